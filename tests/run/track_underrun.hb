// options: --track
// expect: before
// expect-error: panic: 40 bytes were written to 2 bytes in front
// expect-error: allocated
// expect-status: 134

main :: ()
    print("before\n")
    p := make_slice{u8}(40)
    Pointer{u8}(UInt(p.data) - 2)@ = 1
    delete(p)
end
