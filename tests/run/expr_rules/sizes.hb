P :: struct
    a: i32
    b: Int
end
run :: ()
    x := 3
    print("{} {} {} {} {} {} {}\n", size_of(Int), sizeof(Int), align_of(i32), offset_of(P, b), size_of(P), size_of(Rune), type_of(x))
end
