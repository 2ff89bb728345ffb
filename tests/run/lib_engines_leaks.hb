// eval: no, PCRE2 and GMP are foreign code
// expect: Regex 0
// expect: Big 0
// expect: Rational 0
// expect: Float 0

// Every procedure of the modules once, under an allocator that counts: what they take comes back.

Big :: #import "Big"
Regex :: #import "Regex"
Strings :: #import "Strings"

Count :: struct
    blocks: Int
end

counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    count := Pointer{Count}(data)
    if mode == .ALLOCATE
        count.blocks += 1
    else if mode == .FREE
        count.blocks -= 1
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

regexes :: ()
    for option in Array{Regex.Option, 3}{.IGNORE_CASE, .ASCII, .MULTILINE}
        r, _ := Regex.compile("(?<a>[a-z]+)-(x)?", option)
        text := "ab-x cd- ef"
        found := r.find_all(text)
        parts, few := r.split(text), r.split(text, 2)
        once, all := r.replace(text, "${a}$2", 1), r.replace_all(text, "$$")
        own := r.replace_with(text, (out: Pointer{Strings.Builder}, m: Pointer{Regex.Match}) => out.append(m.named("a")))
        quoted := Regex.escape("a.b")
        assert(r.count_all(text) == 2 && found.length == 2 && parts.length == 3 && few.length == 2)
        for part in Array{String, 4}{once, all, own, quoted}
            delete(part)
        end
        found.destroy()
        parts.destroy()
        few.destroy()
        r.destroy()
    end
    wrong := "("
    _, error := Regex.compile(wrong)
    message := error.pattern.message()
    delete(message)
    // deep enough to leave the stack of machine code; and one that is given up
    deep, _ := Regex.compile("^(?:(a)|b)*$")
    long := Strings.repeat("ab", 20_000)
    _, given_up := deep.search(long)
    assert(given_up == .ok)
    delete(long)
    deep.destroy()
    slow, _ := Regex.compile("(x+)+y?$", limit = 1_000)
    _, too_many := slow.search("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxz")
    assert(too_many != .ok)
    slow.destroy()
end

integers :: ()
    a, b := Big.integer(-12345678901), Big.factorial(40)
    back, _ := Big.parse_integer("-zz", 36)
    _, bad := Big.parse_integer("1x")
    q, r := Big.divmod(b, a)
    three, next, zero := Big.integer(3), b + 1, a - a
    inverse := Big.invert(three, next) or_else Big.Integer{}
    none_there := Big.invert(zero, b)
    Big.destroy(&three)
    Big.destroy(&next)
    Big.destroy(&zero)
    assert(!bad && none_there == none)
    Big.destroy(&back)
    Big.destroy(&q)
    Big.destroy(&r)
    Big.destroy(&inverse)
    a.add(b)
    a.multiply(b)
    a.add_product(b, b)
    a.subtract_product(b, -3)
    a.divide(7)
    a.set(b)
    text, bytes := b.to_text(3), Big.to_bytes(b)
    shown := format("{} {:x} {:X}", a, a, a)
    delete(text)
    delete(bytes)
    delete(shown)
    Big.destroy(&a)
    Big.destroy(&b)
end

rationals :: ()
    a, b := Big.rational(3, 4), Big.rational(0.1)
    c, _ := Big.parse_rational("7/9")
    _, bad := Big.parse_rational("7/0")
    sum := a + b
    power := Big.pow(a, -3)
    mixed := 2 * c
    text := power.to_text()
    assert(!bad && text == "64/27")
    delete(text)
    for x in Array{Big.Rational, 6}{a, b, c, sum, power, mixed}
        own := x
        Big.destroy(&own)
    end
end

floats :: ()
    a, b := Big.float(0.1, precision = 300), Big.pi(100)
    c, _ := Big.parse_float("1.25e-7")
    _, bad := Big.parse_float("1.2.5")
    values := Array{Big.Float, 8}{a + b, Big.exp(a), Big.log(b), Big.sin(c), Big.pow(a, b), Big.gamma(b), Big.with_precision(b, 20), 1 / c}
    for x in values
        own := x
        shown := own.to_text()
        delete(shown)
        Big.destroy(&own)
    end
    assert(!bad)
    Big.destroy(&a)
    Big.destroy(&b)
    Big.destroy(&c)
end

left_by :: (body: #closure ()) -> Int
    count: Count
    with context{allocator = counting, allocator_data = &count}
        body()
    end
    return count.blocks
end

main :: () -> Int
    print("Regex {}\n", left_by(regexes))
    print("Big {}\n", left_by(integers))
    print("Rational {}\n", left_by(rationals))
    print("Float {}\n", left_by(floats))
    return 0
end
