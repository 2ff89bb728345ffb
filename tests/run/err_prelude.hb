// expect: 6
// expect: cannot load b: cannot parse: no digits
// expect: cannot parse
// expect: true false
// expect: -1
// expect-status: 1
// expect-error: error: cannot load c: cannot parse: no digits

// The Prelude's error has a message and a cause.

digits :: (text: String) -> (Int, Error)
    if text == ""
        return 0, error("no digits")
    end
    return text.length, {}
end

parse :: (text: String) -> (Int, Error)
    n, e := digits(text)
    if e != Error{}
        return 0, error("cannot parse", e)
    end
    return n * 2, {}
end

load :: (name: String, text: String) -> (Int, Error)
    n, e := parse(text)
    if e == Error{}
        return n, e
    end
    return 0, error(format("cannot load {}", name), cause = e)
end

load_all :: () -> Error
    _ = load("a", "1") or_return
    _ = load("c", "") or_return
    return {}
end

main :: () -> Error
    n, none_at_all := load("a", "123")
    print("{}\n", n)
    _, e := load("b", "")
    print("{}\n{}\n", e, e.cause.message)
    print("{} {}\n", none_at_all == Error{}, e == Error{})
    print("{}\n", load("d", "") or_else -1)
    return load_all()
end
