// error-line: 16
// error-code: E0404
// error-mentions: the format of `say` has to be a constant
say :: (format: String, items: ..Any) #format end

say_text :: (text: String) => print(text)

say_begin :: (storage: Pointer{Format_Storage}) -> Pointer{Writer} => return format_begin(storage)

say_end :: (out: Pointer{Writer}) => print("{}\n", written(out))

// takes something else
say_formatted :: (text: String) => print(text)

main :: (arguments: Slice{String})
    say(arguments[0], 3)
end
