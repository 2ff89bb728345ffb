// error-line: 7
// error-code: E0804
// error-mentions: 1 output for 2 results

main :: ()
    // rdtsc gives its result in two registers.
    low, high := #asm("rdtsc", "={rax}") -> (u64, u64)
    print("{} {}\n", low, high)
end
