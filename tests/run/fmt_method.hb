// What writes by a format is called with a point as well: `x.f("{}", …)` is `f(x, "{}", …)`, and the format may stand before the point.
// expect: <3>
// expect: [<1>, <2>]
// expect: 1-2 one {}
// expect: begin 5 end 7; plain;
// expect: 2 of 4
// expect: log 1: 5!
// expect: once: 8 once

Wrapped :: struct
    n: Int
end

format :: (out: Pointer{Writer}, x: Pointer{Wrapped}, _spec: Format_Spec)
    out.print_to("<{}>", x.n)
end

Log :: struct
    lines: Int
end

note :: (log: Pointer{Log}, format: String, items: ..Any) #format
    log.lines += 1
    print("log {}: ", log.lines)
    print(format, ..items)
    print("\n")
end

calls := 0

once :: (out: Pointer{Writer}) -> Pointer{Writer}
    calls += 1
    return out
end

main :: ()
    print("{}\n", Wrapped{3})
    print("{}\n", Array{Wrapped, 2}{{1}, {2}})

    text := "{}-{} {} {{}}".format(1, 2, "one")
    defer delete(text)
    print("{}\n", text)

    storage: Format_Storage = uninit
    out := format_begin(&storage)
    out.print_to("begin {} end {}", 5, 7)
    out.print_to("; plain;")
    print("{}\n", written(out))

    pattern := "{} of {}"
    known := pattern.format(2, 4)
    defer delete(known)
    print("{}\n", known)

    log: Log
    log.note("{}!", 5)

    again: Format_Storage = uninit
    once(format_begin(&again)).print_to("once: {} ", 8)
    once(format_begin(&storage)).print_to("{}", "once")
    print("once: {} {}\n", 8, "once")
end
