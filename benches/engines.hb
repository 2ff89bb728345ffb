// What `tests/src/bin/twins/engines.rs` does, in Hubbub: see `Measure`.

#import "Regex"
#import "List"
#import "Measure"
Big :: #import "Big"
Strings :: #import "Strings"

regex :: (pattern: String) -> Regex
    r, _ := compile(pattern, .MULTILINE)
    return r
end

replaced :: (pattern: String, text: String, replacement: String) -> String
    r := regex(pattern)
    defer r.destroy()
    return r.replace_all(text, replacement)
end

count :: (pattern: String, text: String) -> Int
    r := regex(pattern)
    defer r.destroy()
    result := 0
    for _ in r.all(text)
        result += 1
    end
    return result
end

sequences :: () -> String
    r := SEED
    letters := "acgtacgtacgtacgtBDHKMNRSVWYacgt"
    text := Strings.builder()
    for part in 0..<3
        text.append(">")
        text.append_int(part)
        text.append(" a sequence\n")
        for _ in 0..<5000
            for _ in 0..<60
                text.append(letters[next(&r) % 31])
            end
            text.append('\n')
        end
    end
    return text.take()
end

VARIANTS :: Array{String, 9}{
    "agggtaaa|tttaccct",
    "[cgt]gggtaaa|tttaccc[acg]",
    "a[act]ggtaaa|tttacc[agt]t",
    "ag[act]gtaaa|tttac[agt]ct",
    "agg[act]taaa|ttta[agt]cct",
    "aggg[acg]aaa|ttt[cgt]ccc",
    "agggt[cgt]aa|tt[acg]accct",
    "agggta[cgt]a|t[acg]taccct",
    "agggtaa[cgt]|[acg]ttaccct",
}

Change :: struct
    pattern: String
    replacement: String
end

CHANGES :: Array{Change, 5}{
    {"tHa[Nt]", "<4>"},
    {"aND|caN|Ha[DS]|WaS", "<3>"},
    {"a[NSt]|BY", "<2>"},
    {"\\|[^|][^|]*\\|", "|"},
    {"\\|[^|][^|]*\\|", "-"},
}

redux :: (text: String) -> Int
    sequence := replaced(">.*\n|\n", text, "")
    found := 0
    for variant in VARIANTS
        found += count(variant, sequence)
    end
    for change in CHANGES
        changed := replaced(change.pattern, sequence, change.replacement)
        delete(sequence)
        sequence = changed
    end
    result := found + sequence.length
    delete(sequence)
    return result
end

WORDS :: Array{String, 30}{
    "the", "Sherlock", "Holmes", "running", "of", "and", "a", "Đường", "Straße", "international", "John", "Watson", "fox@example.org", "2026-11-21",
    "said", "\"What", "now?\"", "sing", "0x1f4e", "42", "thing", "café", "unbelievable", "in", "Moriarty", "key=value", "x", "is", "been", "evening",
}

prose :: () -> String
    r := SEED
    text := Strings.builder()
    for _ in 0..<200_000
        x := next(&r)
        text.append(WORDS[(x >> 8) % 30])
        text.append(ifx x % 12 == 0 => '\n' else => ' ' end)
    end
    return text.take()
end

Case :: struct
    name: String
    pattern: String
    rounds: Int                         // so that each takes about 50 milliseconds
end

CASES :: Array{Case, 10}{
    {"literal", "Sherlock Holmes", 250},
    {"literal, ignoring case", "(?i)sherlock holmes", 40},
    {"names", "Sherlock|Holmes|Watson|Moriarty|John", 15},
    {"words", "\\b\\w+\\b", 5},
    {"ending", "[a-zA-Z]+ing\\b", 15},
    {"long words of any alphabet", "\\p{L}{8,13}", 5},
    {"lines", "^.*Watson.*$", 25},
    {"quotations", "\"[^\"]{0,30}[?!.]\"", 50},
    {"addresses", "[\\w.+-]+@[\\w-]+\\.[\\w.-]+", 15},
    {"nothing", "[A-Z]+[a-z]*zzz\\d+", 50},
}

dates :: (text: String) -> Int
    date := regex("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)")
    defer date.destroy()
    result := 0
    for found in date.all(text)
        m := found
        result += Int(m.named("month") == "11")
    end
    return result
end

// The spigot of Gibbons: so many digits of π, added up.
Spigot :: struct
    accumulated, numerator, denominator: Big.Integer
    product, digit: Big.Integer
end

extract :: (s: Pointer{Spigot}, times: Int) -> Int
    s.product.set_product(s.numerator, times)
    s.product.add(s.accumulated)
    s.digit.set_quotient(s.product, s.denominator)
    return Big.to_int(s.digit) or_else 0
end

pi_digits :: (wanted: Int) -> Int
    s := Spigot{numerator = Big.integer(1), denominator = Big.integer(1)}
    k, found, sum := 0, 0, 0
    while found < wanted
        k += 1
        s.accumulated.add_product(s.numerator, 2)
        s.accumulated.multiply(2 * k + 1)
        s.numerator.multiply(k)
        s.denominator.multiply(2 * k + 1)
        if s.accumulated < s.numerator
            continue
        end
        d := extract(&s, 3)
        if d != extract(&s, 4)
            continue
        end
        sum += d
        found += 1
        s.accumulated.subtract_product(s.denominator, d)
        s.accumulated.multiply(10)
        s.numerator.multiply(10)
    end
    Big.destroy(&s.accumulated)
    Big.destroy(&s.numerator)
    Big.destroy(&s.denominator)
    Big.destroy(&s.product)
    Big.destroy(&s.digit)
    return sum
end

numbers :: ()
    begin()
    digits := pi_digits(3000)
    done("pidigits, 3000", digits)
    a, b := Big.pow(Big.integer(7), 1_183_294), Big.pow(Big.integer(3), 2_095_903)
    begin()
    sum := 0
    for _ in 0..<10
        product := a * b
        sum += Big.bit_length(product)
        Big.destroy(&product)
    end
    done("multiplication of 1,000,000 digits", sum)
    begin()
    text := Big.to_text(a)
    done("1,000,000 digits as text", text.length)
end

main :: () -> Int
    text := sequences()
    begin()
    done("regex-redux", redux(text))
    text = prose()
    for it in CASES
        begin()
        found := 0
        for _ in 0..<it.rounds
            found += count(it.pattern, text)
        end
        done(format("regex: {}", it.name), found)
    end
    begin()
    found := 0
    for _ in 0..<10
        found += dates(text)
    end
    done("regex: dates with groups", found)
    numbers()
    return 0
end
