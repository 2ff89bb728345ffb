build :: (n: Int) -> String
    text := ""
    for _i in 0..<n
        text = text + "0123456789"
    end
    return text
end

TEXT :: #run build(4000)

main :: ()
    print("{}\n", TEXT.length)
end
