run :: ()
    for r in "a\xff\xc3b"
        print("{} ", ifx r == '\u{fffd}' => "fffd" else => format("{}", u32(r)) end)
    end
    print("|\n")
    for _, i in "a\xff\xc3b"
        print("{} ", i)
    end
    print("|\n")
end
