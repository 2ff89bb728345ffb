// options: --track
// expect: before
// expect-error: panic: 40 bytes that have been freed were written to at offset 5
// expect-error: freed
// expect-status: 134

main :: ()
    print("before\n")
    p := make_slice{u8}(40)
    delete(p)
    p[5] = 1
end
