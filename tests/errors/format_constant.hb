// error-line: 14
// error-code: E0404
// error-mentions: has to be a constant
say :: (format: String, items: ..Any) #format end

say_text :: (text: String) => print(text)

say_begin :: (storage: Pointer{Format_Storage}) -> Pointer{Writer} => return format_begin(storage)

say_end :: (out: Pointer{Writer}) => print("{}\n", written(out))

main :: (arguments: Slice{String})
    say("{} x", 3)
    say(arguments[0], 3)
end
