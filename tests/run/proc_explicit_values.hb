// expect: 3 1 9
// expect: 0 2 0
// A member of a set with explicit arguments, as a value: the expected type picks it, or it is the only one that takes them.

pair :: {A}(a: A) -> A => a
pair :: {A}(a: A, b: A) -> A => ifx a < b => a else => b end
pair :: {A, B}(a: A, _b: B) -> A => a

main :: ()
    smaller: (a: Int, b: Int) -> Int = pair{Int}
    same: (a: Int) -> Int = pair{Int}
    first := pair{Int, String}
    print("{} {} {}\n", smaller(4, 3), same(1), first(9, "x"))
    at: () -> Pointer{Int} = new{Int}
    slice := make_slice{Int}
    fresh: () -> Pointer{Int} = () -> Pointer{Int} => new{Int}()
    p, q, s := at(), fresh(), slice(2)
    print("{} {} {}\n", p@, s.length, q@)
    free(p)
    free(q)
    delete(s)
end
