// expect: [1, 2] "none" 2.5 RED 3
// expect: [9, 8] "some" 2.5 BLUE 4
// expect: in a generic: 4 2
// expect: constants: 3 [1, 2]

// fields that a program adds to the context: arrays, strings, structs with defaults, procedures, values of constants

Colour :: enum
    RED
    BLUE
end

Options :: struct
    ratio: f64 = 2.5
    colour: Colour
end

#add-context sizes: Array{Int, 2} = Array{Int, 2}{1, 2}
#add-context title: String = "none"
#add-context options: Options = Options{}
#add-context combine: (a: Int, b: Int) -> Int = plus
#add-context computed: Int = (WIDTH + 1) * WIDTH - 2

WIDTH :: 2

plus :: (a: Int, b: Int) -> Int => a + b
times :: (a: Int, b: Int) -> Int => a * b

show :: ()
    print("{} {:?} {} {} {}\n", context.sizes[..], context.title, context.options.ratio, context.options.colour, context.combine(1, 2) + context.combine(0, 0))
end

fold :: {T}(items: Slice{T}) -> Int
    total := 1
    for x in items
        total = context.combine(total, x)
    end
    return total + context.computed - 4
end

main :: ()
    show()
    with context{sizes = Array{Int, 2}{9, 8}, title = "some", options = context.options{colour = .BLUE}}
        with context{combine = (a: Int, b: Int) -> Int => a + b + 1 - Int(a == 0)}
            show()
        end
    end
    with context{combine = times}
        a := fold(context.sizes[..])
        print("in a generic: {} {}\n", a * 2, fold(Array{Int, 1}{2}[..]))
    end
    c := Context{}
    print("constants: {} {}\n", c.computed - 1, c.sizes[..])
end
