// expect: true
// expect: 7
// expect: 12 3
// expect: 6
// expect: 0x8
// expect: 9.0
// expect: 5 5
// expect: 11
// expect: 42
// eval: no, there are no machine instructions in the interpreter

// `#asm("text", "constraints", operands …) -> results` in LLVM's syntax: outputs `=`, then inputs, then what is overwritten `~{…}`.

cycles :: () -> u64
    low, high := #asm("rdtsc", "={rax},={rdx}") -> (u64, u64)
    return low | (high << 32)
end

sum :: (a: u64, b: u64) -> u64 => #asm("addq $2, $0", "=r,0,r,~{cc}", a, b) -> u64

divided :: (a: u64, b: u64) -> (quotient: u64, remainder: u64)
    return #asm("divq $4", "={rax},={rdx},0,1,r,~{cc}", a, u64(0), b) -> (u64, u64)
end

double :: (x: f64) -> f64 => #asm("addsd $0, $0", "=x,0", x) -> f64

swapped :: (value: Int) -> Int
    place := value
    #asm("movq $$8, ($0)", "r,~{memory}", &place)
    return place
end

main :: () -> Int
    print("{}\n", cycles() < cycles())
    print("{}\n", sum(3, 4))
    q, r := divided(75, 6)
    print("{} {}\n", q, r)
    #asm("nop", "")
    #asm("mfence", "~{memory}")
    small := #asm("movl $1, $0", "=r,r", i32(6)) -> i32
    print("{}\n", small)
    print("{:#x}\n", swapped(3))
    print("{}\n", double(4.5))
    with context{user_index = 5}
        // The register of the context stays as it was.
        #asm("", "~{rbx},~{r12},~{r14},~{memory}")
        print("{} {}\n", context.user_index, u32(5))
    end
    wide := #asm("leaq 5($1), $0", "=r,r", 6) -> Int
    print("{}\n", wide)
    byte := #asm("movb $$42, $0", "=r") -> u8
    print("{}\n", byte)
    return 0
end
