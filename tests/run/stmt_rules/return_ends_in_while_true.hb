f :: () -> Int
    i := 0
    while true
        i += 1
        if i == 3
            return i
        end
    end
end
run :: ()
    print("{}\n", f())
end
