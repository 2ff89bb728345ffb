// expect: 1..5
// expect: [1..5, 2..3]
// expect: {} <1..5> a{b
// expect: 007

Range :: struct
    from, to: Int
end

format :: (out: Pointer{Writer}, r: Pointer{Range}, _spec: Format_Spec)
    print_to(out, "{}..{}", r.from, r.to)
end

Quoted :: struct
    range: Range
end

// text without items is written as it stands, braces included
format :: (out: Pointer{Writer}, q: Pointer{Quoted}, _spec: Format_Spec)
    write(out, "{} ")
    print_to(out, "<{}> {}", q.range, "a{b")
end

Padded :: distinct Int

format :: (out: Pointer{Writer}, p: Pointer{Padded}, _spec: Format_Spec)
    print_to(out, "{:03}", Int(p@))
end

main :: ()
    print("{}\n", Range{1, 5})
    print("{}\n", Array{Range, 2}{Range{1, 5}, Range{2, 3}})
    print("{}\n", Quoted{Range{1, 5}})
    print("{}\n", Padded(7))
end
