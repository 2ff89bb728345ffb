// expect: main level: own, Depth's: 1 10, Width's: 2.5
// expect: main level: mine, Depth's: 1 10, Width's: 2.5
// expect: main level: own, Depth's: 4 40, Width's: 2.5
// expect: main level: own, Depth's: 1 10, Width's: 3.5
// expect: 7 9 0 7

// three modules add a field of one name: each means its own, qualified they mean that of the module

#import "Depth"
Width :: #import "Width"

#add-context level: String = "own"
#add-context trace_id: u64 = 7

show :: ()
    print("main level: {}, Depth's: {} {}, Width's: {}\n", context.level, context.Depth_Module.level, tenfold(), context.Width.level)
end

Depth_Module :: #import "Depth"

trace :: () -> u64 #no-inline => context.trace_id

main :: () -> Int
    show()
    with context{level = "mine"}
        show()
    end
    deeper(4, show)
    Width.wider(show)
    saved := context{trace_id = 9}
    inner: u64
    with saved
        with context{trace_id = 0}
            inner = trace()
        end
        print("{} {} {} ", default_context().trace_id, trace(), inner)
    end
    print("{}\n", trace())
    return 0
end
