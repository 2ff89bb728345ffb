// expect: A B -65536 65534 false
// expect: [0, 1, 2, 3, 4] true 0 0
// expect: some(9) none none
// expect: some("hex"):"0xaf" some("any"):"\n" some("ws"):" " some("any"):"0" some("any"):"x" some("any"):"a" 
// expect: 1120 none
// expect: some(Token{String}{kind = some("hex"), text = "0x11", at = 3})

Table :: #import "Lookup_Table"
Scanner :: #import "Scanner"
// tables at run time, with arena, growth
Big :: enum
    A = -100
    B = 100
end
N :: #run Table.build((b: Big) -> String => enum_name(b))
I16 :: #run Table.build((x: i16) -> i32 => i32(x) * 2)
B :: #run Table.build((b: Bool) -> Bool => !b)
Inner :: struct
    xs: Slice{Int}
end
make :: (n: Int) -> Inner
    xs := make_slice{Int}(n)
    for &x, i in xs
        x = i
    end
    return Inner{xs}
end
R :: #run Table.build_range{2, 5}(make)
E :: #run Table.build_wide((k: Int) -> u8 => u8(k), 0)
ONE :: #run Table.build_wide((k: Int) -> Maybe{Int} => ifx k == 3 => some(9) else => none end, 5)
S :: #run Scanner.build{String}({{"ws", "[ \\t]+"}, {"hex", "0x[0-9a-f]{2}"}, {"any", "(.|\\n)"}})
main :: ()
    print("{} {} {} {} {}\n", N[.A], N[.B], I16[-32768], I16[32767], B[true])
    print("{} {} {} {}\n", R[5].xs, tag_of(R.get(6)) == .none, E[0], E[-1])
    print("{} {} {}\n", ONE[3], ONE[4], ONE[99])
    for t in S.tokens("0xaf\n 0xa")
        print("{:?}:{:?} ", t.kind, t.text)
    end
    print("\n")
    scanner := Scanner.build{Int}({{1, "a|b"}, {2, "c"}})
    defer scanner.destroy()
    for t in scanner.tokens("abcx")
        print("{}", t.kind or_else 0)
    end
    print(" {}\n", scanner.longest("", 0))
    print("{}\n", S.longest("zz 0x11", 3))
end
