// options: --allocator gc
// expect: 12
// expect: [1, 1, 1, 0, 0, 0]
// expect: 4
// expect: ab c
// What lies in the program itself may be freed like what was allocated, and nothing happens; growing it copies it.

s := format("{}", 12)
n := ones(3)
p := new(4)
q := "c"
C :: "a" + "b"
main :: ()
    print("{}\n", s)
    delete("a" + "b")
    delete(s)
    delete(C)
    delete(q)
    n = resize(n, 6)
    print("{}\n", n)
    delete(n)
    print("{}\n", p@)
    free(p)
    free(&q)
    print("{} {}\n", C, q)
end

ones :: (count: Int) -> Slice{Int}
    numbers := make_slice{Int}(count)
    for &n in numbers
        n = 1
    end
    return numbers
end
