// expect-status: 1
// expect: 6 
// expect: 0 cannot load: a name is empty a name is empty
// expect: -1 true
// expect: 6
// expect: grabbed
// expect: true
// expect: 7

// The Prelude's `Error`: a message and a cause. Distinct pointers as errors.
read :: (name: String) -> (Int, Error)
    if name == ""
        return 0, error("a name is empty")
    end
    return name.length, Error{}
end
load :: (name: String) -> (Int, Error)
    n, e := read(name)
    if e != null
        return 0, error("cannot load", e)
    end
    return n * 2, e
end
all :: (a: String, b: String) -> (Int, Error)
    x := load(a) or_return
    y := load(b) or_return
    return x + y, Error{}
end
check :: (n: Int) -> Error
    if n > 3
        return error(format("{} is too much", n))
    end
    return Error{}
end
Handle_Error :: distinct Pointer{Int} #error
code := 7
grab :: (fails: Bool) -> Handle_Error => ifx fails => Handle_Error(&code) else => Handle_Error{} end
both :: (fails: Bool) -> Handle_Error
    grab(fails) or_return
    print("grabbed\n")
    return Handle_Error{}
end
main :: () -> Error
    n, e := all("ab", "c")
    print("{} {}\n", n, e)
    n, e = all("ab", "")
    print("{} {} {}\n", n, e, e.cause.message)
    print("{} {}\n", all("", "x") or_else -1, check(2) == null)
    if m := load("abc")
        print("{}\n", m)
    end
    h := both(true)
    print("{}\n", both(false) == Handle_Error{})
    print("{}\n", h@)
    check(9) or_return
    return Error{}
end
