// options: --track
// expect: before
// expect-error: panic: free of 40 bytes that have been freed before
// expect-error: freed
// expect-status: 134

main :: ()
    print("before\n")
    p := make_slice{u8}(40)
    delete(p)
    delete(p)
end
