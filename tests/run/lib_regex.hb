// eval: no, PCRE2 is foreign code
// expect: 2026-11-21 11 2026 3 13
// expect: 21.11.2026, 01.02.1999!
// expect: none true false true
// expect: [a][bb][][ccc] 4
// expect: a-b-c $1 [] x
// expect: missing closing parenthesis at position 3
// expect: quantifier does not follow a repeatable item at position 0 109
// expect: too many steps none
// expect: é€ 3 8 true
// expect: a\.b\* true
// expect: <><><> 3
// expect: 0

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

searching :: ()
    date, _ := Regex.compile(`(?<year>\d{4})-(\d\d)-(\d\d)`)
    defer date.destroy()
    if m := date.find("on 2026-11-21")
        print("{} {} {} {} {}\n", m.text(), m.group(2), m.named("year"), m.start_of(), m.end_of())
    end
    turned := date.replace_all("2026-11-21, 1999-02-01!", "$3.${2}.$1")
    print("{}\n", turned)
    delete(turned)
    print("{} {} {} {}\n", date.find("nothing"), date.matches("2026-11-21"), date.matches("2026-11-2"), date.matches("x2026-11-21x"))
    comma, _ := Regex.compile(",\\s*")
    defer comma.destroy()
    parts := comma.split("a, bb,,   ccc")
    for part in parts
        print("[{}]", part)
    end
    print(" {}\n", parts.length)
    parts.destroy()
    b, _ := Regex.compile("B", Regex.Option.IGNORE_CASE)
    defer b.destroy()
    text := b.replace_all("aBbc", "-")
    dollar := b.replace_all("b", "$$1")
    none_of_it := b.replace_all("b", "[$7]")
    print("{} {} {} {}\n", Strings.replace(Strings.replace(text, "--", "-b-"), "", ""), dollar, none_of_it, b.replace_all("x", "y"))
end

mistakes :: ()
    // constants with such mistakes are refused by the compiler
    open, star := "(ab", "*"
    _, unfinished := Regex.compile(open)
    print("{}\n", unfinished)
    _, alone := Regex.compile(star)
    print("{} {}\n", alone, alone.pattern.code)
    slow, _ := Regex.compile("(a+)+$", limit = 100_000)
    defer slow.destroy()
    found, error := slow.search("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab")
    print("{} {}\n", error, found)
end

unicode :: ()
    word, _ := Regex.compile("[^\\x00-\\x7f]+")
    defer word.destroy()
    if m := word.find("ab é€ ")
        print("{} {} {} {}\n", m.text(), m.start_of(), m.end_of(), !word.matches("ab\xff"))
    end
    quoted := Regex.escape("a.b*")
    exact, _ := Regex.compile(quoted)
    print("{} {}\n", quoted, exact.matches("a.b*") && !exact.matches("axbb"))
    exact.destroy()
    empty, _ := Regex.compile("x*")
    count := 0
    for m in empty.all("ab")
        found := m
        print("<{}>", found.text())
        count += 1
    end
    print(" {}\n", count)
    empty.destroy()
end

main :: () -> Int
    searching()
    mistakes()
    unicode()
    count: Count
    with context{allocator = counting, allocator_data = &count}
        r, _ := Regex.compile("(a|b)+c")
        for i in 0..<10
            r.matches(ifx i % 2 == 0 => "abac" else => "x" end)
        end
        r.destroy()
    end
    print("{}\n", count.blocks)
    return 0
end
