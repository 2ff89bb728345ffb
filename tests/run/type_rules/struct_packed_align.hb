A :: struct
    a: u8
    b: u32
    c: u8
end
B :: struct #packed
    a: u8
    b: u32
end
C :: struct #align(16)
    a: u8
end
run :: ()
    print("{} {} {} {} {} {} {} {}\n", size_of(A), align_of(A), size_of(B), align_of(B), size_of(C), align_of(C), offset_of(A, b), offset_of(B, b))
end
