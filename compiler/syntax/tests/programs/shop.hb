// A little shop: structs, loops, overloads, errors.

#import "List"
Text :: #import "Strings"

Item :: struct
    name: String
    price: Int
    count: Int = 1
end

Order :: struct
    items: List{Item}
    discount: Float
end

Order_Error :: enum #error
    NONE
    EMPTY
    TOO_MUCH
end

total :: (order: Order) -> Int
    sum := 0
    for item in order.items
        sum += item.price * item.count
    end
    return sum - Int(Float(sum) * order.discount)
end

find :: (order: Pointer{Order}, name: String) -> Maybe{Item}
    for &item in order.items
        if item.name == name
            return some(item)
        end
    end
    return none
end

checked :: (order: Order, limit: Int) -> (Int, Order_Error)
    if order.items.length == 0
        return 0, .EMPTY
    end
    sum := total(order)
    if sum > limit
        return sum, .TOO_MUCH
    end
    return sum, .NONE
end

label_of :: (item: Item) -> String
    kind := match item.price
    case 0 => "free"
    case 1..<100 => "cheap"
    case 100..<10_000
        if item.count > 10
            => "stock"
        end
        => "normal"
    else => "dear"
    end
    return Text.format("{}: {} ({})", item.name, item.price, kind)
end

apply :: (order: Pointer{Order}, change: #closure (item: Pointer{Item}))
    for &item in order.items
        change(&item)
    end
end

main :: (arguments: Slice{String}) -> Int
    order := Order{discount = 0.1}
    order.items.append(Item{"book", 1200})
    order.items.append(Item{name = "pen", price = 90, count = 12})
    raised := 0
    apply(&order, [&raised] (item: Pointer{Item})
        item.price += 1
        raised += 1
    end)
    sum := checked(order, 10_000) or_else 0
    while sum > 1_000
        sum -= ifx sum % 2 == 0 => 100 else => 99 end
    end
    if pen := find(&order, "pen")
        print("{} {}\n", label_of(pen), pen.count)
    else if arguments.length > 1
        print("no pen, but {}\n", arguments[1])
    else
        print("no pen\n")
    end
    return ifx raised == 2 => 0 else => 1 end
end
