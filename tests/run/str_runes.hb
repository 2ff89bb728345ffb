// expect: 0:a 1:ñ 3:€ 6:😀 10:z 
// expect: z 😀 € ñ a 
// expect: 11 ñ
// expect: 0:61 1:fffd 2:62 3:fffd 4:fffd 5:7a 
// expect: true true true true
// expect: onetwo
// expect: onetwoañ€😀z
// expect: onetwo!

main :: () -> Int
    s := "añ€😀z"
    for r, i in s
        print("{}:{} ", i, r)
    end
    print("\n")
    for r in reverse(s)
        print("{} ", r)
    end
    print("\n{} {}\n", s.length, s[1..<3])
    bad := "a\xffb\xe2\x82z"
    for r, i in bad
        print("{}:{:x} ", i, u32(r))
    end
    print("\n")
    print("{} {} {} {}\n", "a" < "b", "abc" == "abc", "b" >= "a", "a" != "b")
    t := "one" + "two"
    print("{}\n", t)
    u := t + s
    print("{}\n", u)
    t += "!"
    print("{}\n", t)
    return 0
end
