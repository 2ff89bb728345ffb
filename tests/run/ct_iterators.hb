// expect: [1, 1, 2, 3, 5, 8] 3
// expect: 0=a 1=b 
#import "List"
Fib :: struct
    a, b, left: Int
end
next :: (f: Pointer{Fib}) -> (Int, Bool)
    if f.left == 0
        return 0, false
    end
    f.left -= 1
    now := f.a
    f.a, f.b = f.b, f.a + f.b
    return now, true
end
fibs :: (n: Int) -> List{Int}
    out := list{Int}()
    for x in Fib{1, 1, n}
        out.append(x)
    end
    return out
end
FIBS :: #run fibs(6)
three :: (f: List{Int}) -> Int
    copy := f
    return copy[3]
end
letters :: (text: String) -> String
    out := ""
    for rune, at in text
        out = format("{}{}={} ", out, at, rune)
    end
    return out
end
LETTERS :: letters("ab")
main :: ()
    print("{} {}\n{}\n", FIBS, three(FIBS), LETTERS)
end
