run :: ()
    x := 1.0
    i: i8 = -1
    print("{} {} {}\n", bit_cast{u64}(x), bit_cast{f64}(u64(4607182418800017408)), bit_cast{u8}(i))
end
