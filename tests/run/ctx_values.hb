// expect: 3 4 3
// expect: equal false true
// expect: list of contexts: 1 2 3
// expect: returned: 8, through a pointer: 6
// expect: made at compile time: 12

// a context is a value: kept in structs, lists and constants, returned, compared field by field; making one current copies it

Job :: struct
    id: Int
    under: Context
end

index :: () -> u32 #no-inline => context.user_index

derive :: (n: u32) -> Context => context{user_index = n}

MADE :: Context{user_index = 12}

main :: ()
    job := Job{1, context{user_index = 3}}
    with job.under
        before := index()
        job.under = job.under{user_index = 4}
        print("{} {} {}\n", before, job.under.user_index, index())
    end
    print("equal {} {}\n", job.under.user_index == context.user_index, job.under.allocator == context.allocator)
    list: Array{Context, 3}
    for &c, i in list
        c = derive(u32(i) + 1)
    end
    print("list of contexts:")
    for c in list
        with c
            print(" {}", index())
        end
    end
    print("\n")
    p := new(Job{2, derive(6)})
    through: u32
    with p.under
        through = index()
    end
    with derive(8)
        print("returned: {}, through a pointer: {}\n", index(), through)
    end
    free(p)
    with MADE
        print("made at compile time: {}\n", index())
    end
end
