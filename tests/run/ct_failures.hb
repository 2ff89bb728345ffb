// expect: some(12) none "bad digit" 3 [3, 2, 1]
#import "List"
Bad :: union #error
    ok
    digit: Int
    empty
end
digits :: (s: String) -> (Int, Bad)
    if s.length == 0
        return 0, .empty
    end
    n := 0
    for i in 0..<s.length
        if s[i] < '0' || s[i] > '9'
            return 0, .digit(i)
        end
        n = n * 10 + Int(s[i]) - '0'
    end
    return n, .ok
end
sum :: (a: String, b: String) -> (Int, Bad)
    x := digits(a) or_return
    y := digits(b) or_return
    return x + y, .ok
end
maybe_sum :: (a: String, b: String) -> Maybe{Int}
    x, e := sum(a, b)
    if e != .ok
        return none
    end
    return some(x)
end
describe :: (a: String) -> String
    _, e := digits(a)
    match e
    case .ok => return "fine"
    case .digit => return "bad digit"
    case .empty => return "empty"
    end
end
order :: () -> List{Int}
    out := list{Int}()
    for i in 1..=3
        add(&out, i)
    end
    block
        defer out.append(1)
        defer out.append(2)
        defer out.append(3)
    end
    return out
end
add :: (_l: Pointer{List{Int}}, _x: Int)
end
A :: #run maybe_sum("5", "7")
B :: #run maybe_sum("5", "x")
C :: #run describe("1a")
value, failure := #run sum("1", "2")
D :: #run order()
main :: ()
    print("{} {} {:?} {} {}\n", A, B, C, value, D)
    _ = failure
end
