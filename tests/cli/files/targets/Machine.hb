//! What the kernel of Linux does for a program without a runtime, on three machines.

#if Build.ARCH == "aarch64"
WRITE :: 64
EXIT :: 93

system_call :: (number: Int, a: Int, b: Int, c: Int) -> Int
    return #asm("svc #0", "={x0},{x8},0,{x1},{x2},~{memory}", number, a, b, c) -> Int
end
#else
    #if Build.ARCH == "riscv64"
WRITE :: 64
EXIT :: 93

system_call :: (number: Int, a: Int, b: Int, c: Int) -> Int
    return #asm("ecall", "={x10},{x17},0,{x11},{x12},~{memory}", number, a, b, c) -> Int
end
    #else
WRITE :: 1
EXIT :: 60

system_call :: (number: Int, a: Int, b: Int, c: Int) -> Int
    return #asm("syscall", "={rax},0,{rdi},{rsi},{rdx},~{rcx},~{r11},~{memory}", number, a, b, c) -> Int
end
    #end
#end

exit :: (status: Int) -> Never
    system_call(EXIT, status, 0, 0)
    unreachable()
end

/// What `print` and `write` come down to.
console :: (data: Pointer{u8}, length: Int) #export "hb_rt_write"
    system_call(WRITE, 1, Int(UInt(data)), length)
end

/// What a failed check comes down to, in the end.
panicked :: (message: Pointer{u8}, length: Int, _location: Pointer{Void}) #export "hb_rt_panic_report"
    console("panic: ".data, 7)
    console(message, length)
    console("\n".data, 1)
    exit(134)
end
