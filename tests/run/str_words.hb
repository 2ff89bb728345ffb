// expect: the=3 cat=1 and=2 dog=1 bird=1 
// expect: olleh 
// expect: abcd! 5 true
// expect: 6 13
// expect: 0:97 1:65533 2:98 3:65533 4:65533 5:99 6:128512 
// expect: 31 92
// expect: "q\"\n"     ab|ab    |  ab  |ab
// expect: 0042 +7 ff 0xFF 101 1.2345e3 3.14    2.500|
// expect: 2 1 1
// expect: 1-x 3
// expect: [1, 2, 3] [1, 2, 3] Word{text = "w", count = 2}
// expect: true false
// expect: zero 3
// expect: {} x

Word :: struct
    text: String
    count: Int
end
words: Array{Word, 16}
word_count: Int
add :: (w: String)
    for &x in words[..<word_count]
        if x.text == w
            x.count += 1
            return
        end
    end
    words[word_count] = {w, 1}
    word_count += 1
end
is_letter :: (c: u8) -> Bool => c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
split :: (s: String)
    start := -1
    for i in 0..=s.length
        if i < s.length && is_letter(s[i])
            if start < 0
                start = i
            end
        else if start >= 0
            add(s[start..<i])
            start = -1
        end
    end
end
reverse :: (s: String) -> String
    data := make_slice{u8}(s.length)
    for i in 0..<s.length
        data[s.length - 1 - i] = s[i]
    end
    return String{data = data.data, length = data.length}
end
join :: (items: ..String) -> String
    n := 0
    for x in items
        n += x.length
    end
    out := make_slice{u8}(n)
    at := 0
    for x in items
        memory_copy(&out[at], x.data, x.length)
        at += x.length
    end
    return String{data = out.data, length = n}
end
+ :: #operator (a: String, b: String) -> String => join(a, b)
main :: () -> Int
    split("the cat and the dog and the bird")
    for w in words[0..<word_count]
        print("{}={} ", w.text, w.count)
    end
    print("\n{} {}\n", reverse("hello"), reverse(""))
    t := "a" + "b" + "cd"
    t += "!"
    print("{} {} {}\n", t, t.length, t == "abcd!")
    n := 0
    for r in "žluťoučký kůň"
        if r > 'z'
            n += 1
        end
    end
    print("{} {}\n", n, rune_count("žluťoučký kůň"))
    bad := "a\xffb\xe2\x82c\xf0\x9f\x98\x80"
    for r, i in bad
        print("{}:{} ", i, u32(r))
    end
    print("\n")
    raw := `back\slash "quoted"
second line`
    print("{} {}\n", raw.length, raw[4])
    print("{:?} {:>6}|{:<6}|{:^6}|{:.2}\n", "q\"\n", "ab", "ab", "ab", "abcdef")
    print("{:04} {:+} {:x} {:#X} {:b} {:e} {:.2} {:8.3}|\n", 42, 7, 255, 255, 5, 1234.5, 3.14159, 2.5)
    print("{1} {0} {}\n", 1, 2)
    s := format("{}-{}", 1, "x")
    print("{} {}\n", s, s.length)
    a := Array{Int, 3}{1, 2, 3}
    print("{} {} {}\n", a, a[..], Word{"w", 2})
    print("{} {}\n", "abc" < "abd", "b" < "abc")
    c: CString = "zero"
    print("{} {}\n", c, "a\0b".length)
    print("{{}} {}\n", 'x')
    return 0
end
