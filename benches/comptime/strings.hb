// Appends bytes to a list, then adds them all up.
List :: #import "List"
build :: (n: Int) -> Int
    text := List.list{u8}()
    defer text.destroy()
    for i in 0..<n
        text.append(u8('a' + i % 26))
    end
    sum := 0
    for byte in text
        sum += Int(byte)
    end
    return sum
end
N :: #config("n", 0)
RESULT :: #run build(N)
main :: ()
    print("{}\n", RESULT)
end
