main :: () -> Int
    #asm("no-such-instruction $0", "r", 3)
    value := #asm("nop", "={rax}") -> Simd{f32, 4}
    return Int(value[0])
end
