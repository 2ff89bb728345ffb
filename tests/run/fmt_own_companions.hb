// A module's own `#format` procedure without a body is its companions, with constant formats and, by `_formatted`, with others.
// expect: [2 and b]
// expect: [plain {}]
// expect: [1-one]
// expect: [3-three]

say :: (format: String, items: ..Any) #format end

say_text :: (text: String) => print("[{}]\n", text)

say_begin :: (storage: Pointer{Format_Storage}) -> Pointer{Writer} => return format_begin(storage)

say_end :: (out: Pointer{Writer}) => print("[{}]\n", written(out))

say_formatted :: (text: String, items: ..Any)
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    write_formatted(out, text, items)
    print("[{}]\n", written(out))
end

pattern := "{}-{}"

main :: ()
    say("{} and {}", 2, "b")
    say("plain {{}}")
    say(pattern, 1, "one")
    items := Array{Any, 2}{3, "three"}
    say(pattern, ..items)
end
