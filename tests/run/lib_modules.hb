// expect: 10 0 100 81
// expect: [7, 100, 4, 9, 16, 25, 36, 49, 64]
// expect: [7, 100, 4, 9, 16, 25, 36, 49, 64]
// expect: true true 2 3
// expect: [a b] ABC ababab
// expect: -123 true 0 false
// expect: -9223372036854775808 true 0 false
// expect: abcdef! 7
// expect: 1.4142135623730951 5 81 6 10
// expect: 3.14159 -2.0 -9223372036854775808
// expect: 131071 nodes
// expect: 262143 nodes
// expect: 1000 0
// expect: 2000 4
// expect: [Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}]
// expect: [Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}, Point{x = 3, y = 0.0}]
// expect: 3 2.5 a
// expect: 2 1 true
// expect: true
// expect: to c
// expect: a@0 é@1 €@3 😀@6 4
// expect: "\xff\xc3(ok"

#import "List"
#import "Strings"
Math :: #import "Math"
Arena :: #import "Arena"
C :: #import "C"

Node :: struct
    left, right: Pointer{Node}
end
build :: (depth: Int) -> Pointer{Node}
    node := new{Node}()
    if depth > 0
        node.left = build(depth - 1)
        node.right = build(depth - 1)
    end
    return node
end
count :: (node: Pointer{Node}) -> Int
    if node == null
        return 0
    end
    return 1 + count(node.left) + count(node.right)
end

main :: () -> Int
    l := list{Int}()
    for i in 0..<10
        l.append(i * i)
    end
    l.insert(2, 100)
    x := l.remove(0)
    print("{} {} {} {}\n", l.length, x, l[1], l.pop())
    l[0] = 7
    print("{}\n", l.items())
    print("{}\n", l)
    l.destroy()
    print("{} {} {} {}\n", starts_with("hello", "he"), ends_with("hello", "lo"), find("hello", "l"), find_last("hello", "l"))
    print("[{}] {} {}\n", trim("  a b \n"), to_upper("abc"), repeat("ab", 3))
    n, ok := parse_int("-123")
    m, bad := parse_int("12x")
    print("{} {} {} {}\n", n, ok, m, bad)
    lo, lo_ok := parse_int("-9223372036854775808")
    hi, hi_ok := parse_int("9223372036854775808")
    print("{} {} {} {}\n", lo, lo_ok, hi, hi_ok)
    b := builder()
    b.append("abc")
    b.append("def")
    b.append(u8('!'))
    print("{} {}\n", b.text(), b.length)
    b.destroy()
    print("{} {} {} {} {}\n", Math.sqrt(2.0), Math.abs(-5), Math.pow(3, 4), Math.gcd(12, 18), Math.clamp(15, 0, 10))
    print("{:.5} {} {}\n", Math.PI, Math.floor(-1.5), Math.INT_MIN)
    arena := Arena.create()
    defer arena.destroy()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        print("{} nodes\n", count(build(16)))
        mark := arena.mark()
        print("{} nodes\n", count(build(17)))
        arena.free_to(mark)
        s := make_slice{Int}(1000)
        print("{} {}\n", s.length, s[999])
        s2 := resize(s, 2000)
        s2[1999] = 4
        print("{} {}\n", s2.length, s2[1500] + s2[1999])
    end
    s3 := make_slice{Point}(3)
    print("{}\n", s3)
    s3 = resize(s3, 5)
    print("{}\n", s3)
    delete(s3)
    print("{} {} {}\n", min(3, 4), max(2.5, 1.0), min("b", "a"))
    p := 1
    q := 2
    swap(&p, &q)
    print("{} {} {}\n", p, q, trim("abc") < "abd")
    u: Array{Int, 3} = {1, 2, 3}
    print("{}\n", equal(u[..], {1, 2, 3}))
    cs := C.c_string("to c")
    print("{}\n", cs)
    for rune, at in "aé€😀"
        print("{}@{} ", rune, at)
    end
    print("{}\n", rune_count("aé€😀"))
    print("{:?}\n", "\xff\xc3\x28ok")
    return 0
end
Point :: struct
    x: Int = 3
    y: Float
end
