Two :: struct
    a, b: Int
end
add :: (t: Two,
    n: Int
) -> Int => t.a + t.b +
    n
sq :: {T}(x: T) -> T
    where is_integer(T)
    return x * x
end

run :: ()
    t :=
        Two{
            1
            ,
            2
            ,
        }
    b := 1 <
        2
    a :=
        3;;
    print("{} {} {} {} {}\n"
        , a, t
        .a + t.b
        , t.add(3,), b, add(t,
            4,
        )
    )
    print("{}\n", 12)
end
