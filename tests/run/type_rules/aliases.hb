run :: ()
    print("{} {} {} {} {} {} {}\n", Int == i64, UInt == u64, Float == f64, int == Int, bool == Bool, string == String, s32 == i32)
end
