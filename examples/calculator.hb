//! A calculator: `calculator "1 + 2 * 3"` prints 7. Without arguments it shows what it can do.
//!
//! Text becomes tokens, and tokens become a value by recursive descent: one procedure for each level of precedence.
//! What goes wrong travels as a value of `Calculation_Error`, which `or_return` hands on.

Math :: #import "Math"

Calculation_Error :: enum #error
    NONE
    UNKNOWN_CHARACTER
    UNKNOWN_NAME
    EXPECTED_VALUE
    EXPECTED_BRACKET
    LEFT_OVER
    DIVISION_BY_ZERO
end

Token :: union
    finished
    number: Float
    name: String
    operator: u8
end

Scanner :: struct
    text: String
    at: Int
    token: Token          // the one that has been read but not used
end

is_digit :: (c: u8) -> Bool => c in '0'..='9'
is_letter :: (c: u8) -> Bool => c in 'a'..='z' || c in 'A'..='Z'

/// Moves on to the next token.
advance :: (s: Pointer{Scanner}) -> Calculation_Error
    while s.at < s.text.length && s.text[s.at] == ' '
        s.at += 1
    end
    start := s.at
    if start == s.text.length
        s.token = .finished
        return .NONE
    end
    match s.text[start]
    case '0'..='9'
        s.token = .number(scan_number(s))
    case 'a'..='z', 'A'..='Z'
        while s.at < s.text.length && is_letter(s.text[s.at])
            s.at += 1
        end
        s.token = .name(s.text[start..<s.at])
    case '+', '-', '*', '/', '^', '(', ')'
        s.token = .operator(s.text[start])
        s.at += 1
    else
        return .UNKNOWN_CHARACTER
    end
    return .NONE
end

scan_number :: (s: Pointer{Scanner}) -> Float
    value := 0.0
    while s.at < s.text.length && is_digit(s.text[s.at])
        value = value * 10 + Float(s.text[s.at] - '0')
        s.at += 1
    end
    if s.at < s.text.length && s.text[s.at] == '.'
        s.at += 1
        scale := 1.0
        while s.at < s.text.length && is_digit(s.text[s.at])
            scale *= 10
            value += Float(s.text[s.at] - '0') / scale
            s.at += 1
        end
    end
    return value
end

/// Whether this operator comes next.
sees :: (s: Pointer{Scanner}, operator: u8) -> Bool => s.token == .operator(operator)

// sum = product { ("+" | "-") product }
sum :: (s: Pointer{Scanner}) -> (Float, Calculation_Error)
    left := product(s) or_return
    while true
        match s.token
        case .operator o if o == '+' || o == '-'
            advance(s) or_return
            right := product(s) or_return
            left = ifx o == '+' => left + right else => left - right end
        else
            return left, .NONE
        end
    end
end

// product = power { ("*" | "/") power }
product :: (s: Pointer{Scanner}) -> (Float, Calculation_Error)
    left := power(s) or_return
    while sees(s, '*') || sees(s, '/')
        divide := sees(s, '/')
        advance(s) or_return
        right := power(s) or_return
        if divide && right == 0
            return 0, .DIVISION_BY_ZERO
        end
        left = ifx divide => left / right else => left * right end
    end
    return left, .NONE
end

// power = atom [ "^" power ]
power :: (s: Pointer{Scanner}) -> (Float, Calculation_Error)
    base := atom(s) or_return
    if !sees(s, '^')
        return base, .NONE
    end
    advance(s) or_return
    exponent := power(s) or_return
    result := 1.0
    for _ in 0..<Int(Math.abs(exponent))
        result *= base
    end
    return ifx exponent < 0 => 1 / result else => result end, .NONE
end

// atom = number | name | name "(" sum ")" | "-" atom | "(" sum ")"
atom :: (s: Pointer{Scanner}) -> (Float, Calculation_Error)
    token := s.token
    advance(s) or_return
    match token
    case .number n => return n, .NONE
    case .operator o if o == '-'
        value := atom(s) or_return
        return -value, .NONE
    case .operator o if o == '('
        value := bracketed(s) or_return
        return value, .NONE
    case .name n
        if sees(s, '(')
            advance(s) or_return
            argument := bracketed(s) or_return
            return call(n, argument)
        end
        return constant(n)
    else
        return 0, .EXPECTED_VALUE
    end
end

// The rest of a bracket.
bracketed :: (s: Pointer{Scanner}) -> (Float, Calculation_Error)
    value := sum(s) or_return
    if !sees(s, ')')
        return 0, .EXPECTED_BRACKET
    end
    advance(s) or_return
    return value, .NONE
end

call :: (name: String, x: Float) -> (Float, Calculation_Error)
    match name
    case "sqrt" => return Math.sqrt(x), .NONE
    case "abs"  => return Math.abs(x), .NONE
    case "half" => return x / 2, .NONE
    else => return 0, .UNKNOWN_NAME
    end
end

constant :: (name: String) -> (Float, Calculation_Error)
    match name
    case "pi" => return 3.141592653589793, .NONE
    case "e"  => return 2.718281828459045, .NONE
    else
        return 0, .UNKNOWN_NAME
    end
end

calculate :: (text: String) -> (Float, Calculation_Error)
    s := Scanner{text = text}
    advance(&s) or_return
    value := sum(&s) or_return
    if s.token != .finished
        return 0, .LEFT_OVER
    end
    return value, .NONE
end

show :: (text: String)
    value, error := calculate(text)
    if error == .NONE
        print("{} = {}\n", text, value)
    else
        print("{}: {}\n", text, error)
    end
end

main :: (arguments: Slice{String}) -> Int
    if arguments.length > 1
        for text in arguments[1..]
            show(text)
        end
        return 0
    end
    samples := Array{String, _}{
        "1 + 2 * 3",
        "(1 + 2) * 3",
        "2 ^ 3 ^ 2",
        "-2 ^ 2",
        "10 / 4 - 0.5",
        "sqrt(2) * sqrt(2)",
        "half(pi)",
        "abs(3 - 10) + half(half(8))",
        "1 / 0",
        "(1 + 2",
        "1 + ",
        "1 2",
        "tau * 2",
        "3 $ 4",
    }
    for text in samples
        show(text)
    end
    return 0
end
