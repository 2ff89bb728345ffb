// expect: sum 60 under 7, callback saw 7 8
// expect: sorted down: [5, 4, 3, 2, 1] asked 7
// expect: kept procedure sees its caller's: 1 2 0
// expect: default argument: 3 9

// closures, procedure values and default arguments see the context of the call, not that of the place where they were made

Sort :: #import "Sort"

each :: (items: Slice{Int}, body: #closure (x: Int))
    with context{user_index = context.user_index + 1}
        for x in items
            body(x)
        end
    end
end

index_now :: () -> u32 => context.user_index

with_default :: (n: u32 = context.user_index) -> u32 => n

main :: ()
    items: Array{Int, 5} = {1, 2, 3, 4, 5}
    with context{user_index = 7}
        sum := 0
        outside := context.user_index
        seen: u32 = 0
        each(items[1..], [&sum, &seen] (x: Int)
            sum += x * 4 + 1
            seen = context.user_index
        end)
        print("sum {} under {}, callback saw {} {}\n", sum, outside, context.user_index, seen)
        asked: u32 = 0
        Sort.sort(items[..], [&asked] (a: Int, b: Int) -> Bool
            asked = context.user_index
            return b < a
        end)
        print("sorted down: {} asked {}\n", items[..], asked)
    end
    kept: () -> u32 = null
    a, b: u32
    with context{user_index = 5}
        kept = index_now
    end
    with context{user_index = 1}
        a = kept()
        with context{user_index = 2}
            b = kept()
        end
    end
    print("kept procedure sees its caller's: {} {} {}\n", a, b, kept())
    with context{user_index = 3}
        c := with_default()
        d := with_default(9)
        print("default argument: {} {}\n", c, d)
    end
end
