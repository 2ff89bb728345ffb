// error-line: 5
// error-code: E0804
// error-mentions: 2 inputs for 1 operand

add :: (a: u64) -> u64 => #asm("addq $2, $0", "=r,0,r", a) -> u64
main :: ()
    print("{}\n", add(1))
end
