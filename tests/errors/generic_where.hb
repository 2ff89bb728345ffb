// error-line: 9
// error-code: E0702
// error-mentions: is_integer

largest :: {T}(a: T, b: T) -> T where is_integer(T)
    return ifx a > b => a else => b end
end
main :: ()
    print("{}\n", largest(1.5, 2.5))
end
