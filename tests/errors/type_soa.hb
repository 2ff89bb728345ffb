// error-line: 14
// error-code: E0301
// error-line: 16
// error-code: E0306
// error-line: 17
// error-code: E0306
// error-line: 20
// error-code: E0207

Point :: struct
    x, y: Int
end

bad: Soa{Int, 4}
change :: (s: Pointer{Soa{Point, 4}})
    p := &s@[1]
    for &e in s@
        e.x = 1
    end
    s@[1].z = p.x
end
main :: ()
    s: Soa{Point, 4}
    change(&s)
end
