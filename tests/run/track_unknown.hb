// options: --track
// expect: before
// expect-error: panic: free of memory that was never allocated
// expect-status: 134

main :: ()
    print("before\n")
    p := make_slice{u8}(40)
    free(Pointer{u8}(UInt(p.data) + 8))
end
