f :: () -> Int #inline => 1
g :: () -> Int #no-inline #cold
    return 2
end
h :: {T}(x: T) -> T where is_integer(T) #inline
    return x
end
run :: ()
    print("{} {} {}\n", f(), g(), h(3))
end
