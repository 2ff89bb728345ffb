// error-line: 9
// error-mentions: needs argument 2

log :: (level: Int, format: String, items: ..Any) #format
    print("{} {}\n", level, format_of(format, ..items))
end

main :: ()
    log(1, "{} of {}", 3)
end

format_of :: (text: String, items: ..Any) -> String => format(text, ..items)
