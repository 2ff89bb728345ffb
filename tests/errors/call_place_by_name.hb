// error-line: 11
// error-mentions: argument
// error-line: 12
// error-mentions: argument

// the place of a call is handed on by name only

main :: ()
    place := #caller-location
    p := allocate(8, 8, location = &place)
    q := allocate(8, 8, &place)
    r := new{Int}(1, &place)
    print("{} {} {}\n", p, q, r)
end
