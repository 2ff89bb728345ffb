// expect: own 1 2.5 10
// expect: own 4 0.5 40
// expect: inner 5 2.5 50
// expect: own 9 2.5 90
// expect: own 9 -1.0 90
// expect: 7 7

// a field that another module has added is replaced, and read from any context, behind that module's name

Depth :: #import "Depth"
Width :: #import "Width"

#add-context level: String = "own"

Sizes :: struct
    level: Int
end

// called as a module is, but a field
Plan :: struct
    Depth: Sizes
end

show :: (c: Context)
    print("{} {} {} {}\n", c.level, c.Depth.level, c.Width.level, Depth.tenfold())
end

main :: ()
    show(context)
    with context{Depth.level = 4, Width.level = 0.5}
        show(context)
        with default_context(){level = "inner", Depth.level = context.Depth.level + 1}
            show(context)
        end
    end
    kept := Context{Depth.level = 9}
    with kept
        show(context)
    end
    with kept{Width.level = -1.0}
        show(context)
    end
    plan := Plan{{7}}
    sizes := &plan
    print("{} {}\n", plan.Depth.level, sizes.Depth.level)
end
