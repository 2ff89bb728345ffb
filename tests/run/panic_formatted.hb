// expect-status: 134
// expect: 1
// expect: handler: 42 is "text", not 7

handler :: (message: String, _location: Pointer{Source_Location})
    print("handler: {}\n", message)
end

main :: ()
    print("{}\n", 1)
    with context{on_panic = handler}
        assert(true, "never seen")
        panic("{} is {:?}, not {}", 42, "text", 7)
    end
end
