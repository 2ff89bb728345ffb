//! A shop's inventory: commands change it, or fail with a reason, and a journal tells what has happened.

#import "List"

Euro :: distinct Int                    // in cents

format :: (out: Pointer{Writer}, amount: Pointer{Euro}, _spec: Format_Spec)
    cents := Int(amount@)
    print_to(out, "{}.{:02} €", cents / 100, cents % 100)
end

Item :: struct
    name: String
    price: Euro
    count: Int
    flags: Item_Flags
end

Item_Flags :: enum {u8} #flags
    FRAGILE
    FROZEN
    LAST_CHANCE
end

Command :: union
    add: Item
    buy: Order
    restock: Order
    reprice: Reprice
    report
end

Order :: struct
    name: String
    count: Int = 1
end

Reprice :: struct
    name: String
    percent: Int
end

Failure :: union #error
    none_at_all
    unknown: String
    duplicate: String
    sold_out: Shortage
end

Shortage :: struct
    name: String
    wanted, left: Int
end

Shop :: struct
    items: List{Item}
    cash: Euro
    log: (text: String)
end

find :: (shop: Pointer{Shop}, name: String) -> (Pointer{Item}, Failure)
    for &item in shop.items.items()
        if item.name == name
            return &item, .none_at_all
        end
    end
    return null, .unknown(name)
end

apply :: (shop: Pointer{Shop}, command: Command) -> Failure
    match command
    case .add item
        if _ := find(shop, item.name)
            return .duplicate(item.name)
        end
        shop.items.append(item)
    case .buy order
        item := find(shop, order.name) or_return
        if item.count < order.count
            return .sold_out({order.name, order.count, item.count})
        end
        item.count -= order.count
        if item.count < 3
            item.flags |= .LAST_CHANCE
        end
        shop.cash += item.price * Euro(order.count)
    case .restock order
        item := find(shop, order.name) or_return
        item.count += order.count
        item.flags &= ~Item_Flags.LAST_CHANCE
    case .reprice r
        item := find(shop, r.name) or_return
        old := item.price
        item.price = item.price * Euro(100 + r.percent) / 100
        shop.log(format("{}: {} becomes {}", r.name, old, item.price))
    case .report
        report(shop)
    end
    return .none_at_all
end

report :: (shop: Pointer{Shop})
    total: Euro
    for item in shop.items.items()
        mark := ifx .FRAGILE in item.flags => "!" else => " " end
        print("  {:<10}{}{:>4} x {:>10}  {}\n", item.name, mark, item.count, format("{}", item.price), item.flags)
        total += item.price * Euro(item.count)
    end
    print("  stock {}, cash {}\n", total, shop.cash)
end

describe :: (failure: Failure) -> String
    return match failure
    case .none_at_all    => "fine"
    case .unknown name   => format("there is no {}", name)
    case .duplicate name => format("{} is there already", name)
    case .sold_out s     => format("only {} of {} {} left", s.left, s.wanted, s.name)
    end
end

main :: () -> Int
    journal := (text: String)
        print("* {}\n", text)
    end
    shop := Shop{log = journal}
    commands := Array{Command, _}{
        .add({"cup", 750, 12, .FRAGILE}),
        .add({name = "ice", price = 199, count = 40, flags = .FROZEN | .FRAGILE}),
        .add({name = "towel", price = 1250}),
        .report,
        .buy({"cup", 10}),
        .buy({"cup", 3}),
        .buy({name = "ice"}),
        .buy({"spoon", 1}),
        .add({name = "ice"}),
        .restock({"towel", 5}),
        .reprice({"towel", -20}),
        .report,
    }
    failed := 0
    for command, i in commands
        failure := shop.apply(command)
        if failure != .none_at_all
            failed += 1
            print("{}: {}\n", i + 1, describe(failure))
        end
    end
    print("{} of {} commands failed\n", failed, commands.length)
    return 0
end
