// expect: -3 -1 7 22 
// expect: 6 6 6
// expect: true

// A parser of arithmetic that runs in the compiler; the trees that it makes are data of the program.

Node :: union
    number: Int
    variable: String
    binary: Binary
end

Binary :: struct
    operator: u8
    left, right: Pointer{Node}
end

Parser :: struct
    text: String
    at: Int
end

peek :: (p: Pointer{Parser}) -> u8
    while p.at < p.text.length && p.text[p.at] == ' '
        p.at += 1
    end
    return ifx p.at < p.text.length => p.text[p.at] else => 0 end
end

is_letter :: (c: u8) -> Bool => c >= 'a' && c <= 'z'
is_digit :: (c: u8) -> Bool => c >= '0' && c <= '9'

primary :: (p: Pointer{Parser}) -> Pointer{Node}
    c := peek(p)
    start := p.at
    if c == '('
        p.at += 1
        inner := sum(p)
        assert(peek(p) == ')', "`)` is missing")
        p.at += 1
        return inner
    end
    if is_digit(c)
        n := 0
        while p.at < p.text.length && is_digit(p.text[p.at])
            n = n * 10 + Int(p.text[p.at] - '0')
            p.at += 1
        end
        return new(Node.number(n))
    end
    assert(is_letter(c), "an operand is missing")
    while p.at < p.text.length && is_letter(p.text[p.at])
        p.at += 1
    end
    return new(Node.variable(p.text[start..<p.at]))
end

product :: (p: Pointer{Parser}) -> Pointer{Node}
    left := primary(p)
    while peek(p) == '*' || peek(p) == '/'
        operator := peek(p)
        p.at += 1
        left = new(Node.binary(Binary{operator, left, primary(p)}))
    end
    return left
end

sum :: (p: Pointer{Parser}) -> Pointer{Node}
    left := product(p)
    while peek(p) == '+' || peek(p) == '-'
        operator := peek(p)
        p.at += 1
        left = new(Node.binary(Binary{operator, left, product(p)}))
    end
    return left
end

parse :: (text: String) -> Pointer{Node}
    p := Parser{text, 0}
    tree := sum(&p)
    assert(peek(&p) == 0, "something follows")
    return tree
end

value :: (n: Pointer{Node}, x: Int) -> Int
    match n@
    case .number v   => return v
    case .variable v => return ifx v == "x" => x else => 0 end
    case .binary b
        left, right := value(b.left, x), value(b.right, x)
        match b.operator
        case '+' => return left + right
        case '-' => return left - right
        case '*' => return left * right
        else     => return left / right
        end
    end
end

depth :: (n: Pointer{Node}) -> Int
    match n@
    case .binary b => return 1 + max(depth(b.left), depth(b.right))
    else => return 1
    end
end

POLYNOMIAL :: #run parse("3 * x * x - 2 * (x + 7) / 3 + 1")
SIX :: #run value(parse("(1 + 2) * 2"), 0)

main :: ()
    for x in 0..<4
        print("{} ", value(POLYNOMIAL, x))
    end
    print("\n{} {} {}\n", SIX, depth(POLYNOMIAL), #run depth(POLYNOMIAL))
    again := parse("3 * x * x - 2 * (x + 7) / 3 + 1")
    print("{}\n", value(again, 10) == value(POLYNOMIAL, 10))
end
