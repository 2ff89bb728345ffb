run :: ()
    p: Pointer{u8} = new(u8(9))
    print("{} {}\n", p@, type_of(p@))
end
