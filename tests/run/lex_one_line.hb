// expect: 1 2 3
// expect: small
// expect: 3 2 1 0
// expect: 6
// expect: 0 1 4
// expect: zero many
// expect: yes
// expect: done

// Bodies on the line of their head, and statements that `;` separates.

Two :: struct a: Int; b: Int end
Kind :: enum A; B; C end

sign :: (n: Int) -> Int; if n < 0 return -1; end; if n > 0 return 1; end; return 0; end

nothing :: () end

word :: (n: Int) -> String
    match n case 0 => return "zero" else => return "many" end
end

main :: () -> Int
    t := Two{1, 2}; print("{} {} {}\n", t.a, t.b, Int(Kind.C) + 1)
    if t.a < 5 print("small\n"); else print("big\n"); end
    i := 3; while i > 0 print("{} ", i); i -= 1; end; print("{}\n", i)
    sum := 0; for x in 1..=3 sum += x; end; print("{}\n", sum)
    for x in 0..<3 print("{}{}", x * x, ifx x == 2 => "\n" else => " " end); end
    print("{} {}\n", word(0), word(5))
    if sign(-5) == -1 && sign(5) == 1 && sign(0) == 0 print("yes\n"); end
    nothing()
    block defer print("done\n"); end
    return 0
end
