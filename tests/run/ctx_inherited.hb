// expect: root 3 inner 6 inner 12 inner 12 inner 6 inner 6 root 3 root 1 root 2 
// expect: 9 3
// expect: root 3 4 10
// expect: 34
// expect: saved 3 

#add-context depth: Int = 3
#add-context name: String = "root"
show :: () #no-inline
    print("{} {} ", context.name, context.depth)
end
go :: (n: Int) #no-inline
    show()
    if n > 0
        with context{depth = context.depth * 2, name = "inner"}
            defer show()
            go(n - 1)
        end
        show()
    end
end
early :: (n: Int) -> Int
    with context{depth = n}
        if n > 5
            return context.depth
        end
        for i in 0..<3
            with context{depth = context.depth + i}
                if i == 2
                    break
                end
                show()
            end
        end
    end
    return context.depth
end
callback :: (f: #c-call (x: i32) -> i32, x: i32) -> i32
    with context{depth = 77}
        return f(x)
    end
end
from_c :: (x: i32) -> i32
    return x + i32(context.depth)
end
c_proc :: #c-call (x: i32) -> i32
    with default_context()
        show()
        return helper(x)
    end
end
helper :: (x: i32) -> i32 => x * 2
main :: () -> Int
    go(2)
    print("\n{} {}\n", early(9), early(1))
    print("{} {}\n", callback(from_c, 1), callback(c_proc, 5))
    f: #c-call (x: i32) -> i32 = (x: i32) -> i32 => x + i32(context.depth) * 10
    print("{}\n", f(4))
    saved := context
    with saved{name = "saved"}
        show()
    end
    print("\n")
    return 0
end
