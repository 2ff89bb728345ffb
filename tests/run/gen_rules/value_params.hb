E :: enum
    A
    B
end
Ring :: struct {T, N: Int}
    items: Array{T, N}
end
cap :: {T, N: Int}(_r: Ring{T, N}) -> Int => N
flag :: {B: Bool}() -> Bool => B
run_ :: {R: Rune}() -> Rune => R
en :: {M: E}() -> E => M
run :: ()
    r: Ring{u8, 4}
    print("{} {} {} {} {}\n", cap(r), Ring{Int, 6}{}.items.length, flag{true}(), run_{'c'}(), en{.B}())
end
