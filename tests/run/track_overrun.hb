// options: --track
// expect: before
// expect-error: panic: 40 bytes were written to at offset 41
// expect-error: allocated
// expect-status: 134

main :: ()
    print("before\n")
    p := make_slice{u8}(40)
    p.data[41] = 1
    delete(p)
end
