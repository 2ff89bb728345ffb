// expect: true true
P :: struct
    at: UInt
end
x := 5
Q :: P{UInt(&x)}
N :: #run number()
number :: () -> P => P{UInt(&x)}
main :: ()
    print("{} {}\n", Q.at == UInt(&x), N.at == UInt(&x))
end
