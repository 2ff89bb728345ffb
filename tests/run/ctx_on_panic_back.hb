// expect: handler 1: division by zero
// expect-status: 134

// a handler whose block has ended is not called any more

first :: (message: String, _location: Pointer{Source_Location})
    print("handler 1: {}\n", message)
end

second :: (message: String, _location: Pointer{Source_Location})
    print("handler 2: {}\n", message)
end

divide :: (a: Int, b: Int) -> Int #no-inline => a / b

main :: ()
    with context{on_panic = first}
        for i in 0..<3
            with context{on_panic = second}
                if i == 1
                    continue
                end
                print("")
            end
        end
        print("{}\n", divide(3, 0))
    end
end
