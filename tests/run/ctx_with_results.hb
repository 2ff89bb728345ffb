// expect: from a block 5, from a match 6, or_return none some 12
// expect: defer under 2, then 1
// expect: loop 0 1 2 3 left by break at 3

// `with` and what leaves it: values of blocks, or_return, defer, break out of two of them

find :: (n: Int) -> Maybe{Int}
    if n < 0
        return none
    end
    return n + Int(context.user_index)
end

twice :: (n: Int) -> Maybe{Int}
    with context{user_index = 4}
        return (find(n) or_return) * 2
    end
end

say :: (what: String)
    print("{} {}", what, context.user_index)
end

main :: ()
    v := block
        with context{user_index = 5}
            => Int(context.user_index)
        end
    end
    m := match v
    case 5
        with context{user_index = 6}
            => Int(context.user_index)
        end
    else => 0
    end
    print("from a block {}, from a match {}, or_return {} some {}\n", v, m, ifx twice(-1) == none => "none" else => "some" end, twice(2) or_else 0)
    with context{user_index = 1}
        defer print(", then {}\n", context.user_index)
        with context{user_index = 2}
            defer say("defer under")
            print("")
        end
    end
    print("loop")
    i := 0
    while true
        with context{user_index = u32(i)}
            with context{user_data = &i}
                print(" {}", context.user_index)
                if context.user_index == 3
                    break
                end
                i += 1
            end
        end
    end
    print(" left by break at {}\n", i)
end
