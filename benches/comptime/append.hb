// A text that grows by `+`, every old one lost: what is lost must not count as memory in use.
build :: (n: Int) -> Int
    text := ""
    for _i in 0..<n
        text = text + "0123456789"
    end
    return text.length
end

N :: #config("n", 0)
RESULT :: #run build(N)

main :: ()
    print("{}\n", RESULT)
end
