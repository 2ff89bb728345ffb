run :: ()
    hi: u8 = 3
    for i in 0..<hi
        print("{} ", i)
        if i == 2
            print("{}\n", type_of(i))
        end
    end
    base := 3
    for s, i in Array{String, _}{"a", "b"}
        print("{}:{} ", i + base, s)
    end
    print("|\n")
    arr := Array{Int, _}{1, 2, 3}
    for &x in arr
        x *= 2
    end
    for x in arr
        print("{} ", x)
    end
    print("|\n{}\n", arr)
    for i in reverse(3..=5)
        print("{} ", i)
    end
    print("|\n")
    for s, i in reverse(Array{String, _}{"a", "b", "c"})
        print("{}={} ", i, s)
    end
    print("|\n")
end
