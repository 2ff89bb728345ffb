P :: struct
    a: Int = 5
    b: String = "x"
end
run :: ()
    p := new{P}()
    s := make_slice{P}(2)
    print("{} {}\n", p.a, s[1].b)
    free(p)
    delete(s)
end
