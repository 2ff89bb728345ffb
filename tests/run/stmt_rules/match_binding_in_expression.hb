Shape :: union
    sq: Int
    rect: R
end
R :: struct
    w, h: Int
end
run :: ()
    s := Shape.rect({3, 4})
    a := match s case .sq n => n * n case .rect r => r.w * r.h end
    print("{}\n", a)
end
