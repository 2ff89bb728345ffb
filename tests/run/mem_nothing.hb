// Nothing takes no memory: whoever frees an empty text of the library gives the allocator nothing that it does not know.

// expect: pool 4 abc
// expect: stack 4 abc abc
// expect: ring 4 abc abc
// expect: tracking true
// expect: fixed 4 abc abc
Pool :: #import "Pool"
Stack :: #import "Stack"
Temporary :: #import "Temporary"
Fixed_Buffer :: #import "Fixed_Buffer"
Path :: #import "Path"
Strings :: #import "Strings"
Tracking :: #import "Tracking"
Nothing :: struct
end

main :: ()
    pool, stack, ring := Pool.create(64), Stack.create(4096), Temporary.create()
    room: Array{u8, 4096} = uninit
    buffer := Fixed_Buffer.over(room[..])
    with context{allocator = Pool.allocate, allocator_data = &pool}
        delete("" + "")
        delete(Strings.replace("", "a", "b"))
        delete(Strings.copy(""))
        delete(Path.normal("a/.."))
        delete(resize(make_slice{Int}(0), 0))
        delete(resize(make_slice{Int}(2), 0))
        delete(resize(make_slice{Int}(0), 2))
        p := new(3)
        p@ = 4
        print("pool {} {}\n", p@, Strings.copy("abc"))
    end
    with context{allocator = Stack.allocate, allocator_data = &stack}
        a := Strings.copy("abc")
        delete("" + "")
        delete(Strings.replace("", "a", "b"))
        delete(Strings.copy(""))
        delete(Path.normal("a/.."))
        delete(resize(make_slice{Int}(0), 0))
        delete(resize(make_slice{Int}(2), 0))
        delete(resize(make_slice{Int}(0), 2))
        p := new(3)
        p@ = 4
        print("stack {} {} {}\n", p@, Strings.copy("abc"), a)
    end
    with context{allocator = Temporary.allocate, allocator_data = &ring}
        a := Strings.copy("abc")
        delete("" + "")
        delete(Strings.replace("", "a", "b"))
        delete(Strings.copy(""))
        delete(Path.normal("a/.."))
        delete(resize(make_slice{Int}(0), 0))
        delete(resize(make_slice{Int}(2), 0))
        delete(resize(make_slice{Int}(0), 2))
        p := new(3)
        p@ = 4
        print("ring {} {} {}\n", p@, Strings.copy("abc"), a)
    end
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        delete("" + "")
        delete(Strings.replace("", "a", "b"))
        delete(Strings.copy(""))
        delete(Path.normal("a/.."))
        delete(Path.normal(""))
        delete(resize(make_slice{Int}(0), 0))
        delete(resize(make_slice{Int}(2), 0))
        delete(resize(make_slice{Int}(0), 2))
        p := new(Nothing{})
        free(p)
        print("tracking {}\n", tracking.report())
    end
    with context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer}
        a := Strings.copy("abc")
        delete("" + "")
        delete(Strings.replace("", "a", "b"))
        delete(Strings.copy(""))
        delete(Path.normal("a/.."))
        delete(resize(make_slice{Int}(0), 0))
        delete(resize(make_slice{Int}(2), 0))
        delete(resize(make_slice{Int}(0), 2))
        p := new(3)
        p@ = 4
        print("fixed {} {} {}\n", p@, Strings.copy("abc"), a)
    end
end
