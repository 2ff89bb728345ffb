f :: (b: Bool) -> Error
    if b
        return error("bad thing")
    end
    return {}
end
run :: ()
    e := f(true)
    print("{}\n", e)
    o := error("outer", e)
    print("{}\n{} {}\n", o, o.cause.message, f(false) == Error{})
end
