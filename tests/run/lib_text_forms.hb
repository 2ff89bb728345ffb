// expect: YW55IGNhcm5hbCBwbGVhcw== YW55 YW4= YQ==
// expect: any carnal pleas any an a ÿþ
// expect: false false false false __4
// expect: 00ff7f true false false
// expect: 2 name|age|
// expect: 2 Doe, Jane|42|
// expect: 3 a "b"|two
// expect: lines||
// expect: 2 x|y|
// expect: line 7: a field in quotes does not end
// expect: line 1: text behind a field in quotes
// expect: plain,"with, comma","with ""quotes""",""
// expect: b3f2af6d false
// expect: true true true 45
// expect: true true
// expect: cbf43926 11e60398 af63dc4c8601ec8c

Base64 :: #import "Base64"
Csv :: #import "Csv"
Random :: #import "Random"
Hash :: #import "Hash"
Strings :: #import "Strings"

bases :: ()
    print("{} {} {} {}\n", Base64.encode("any carnal pleas"), Base64.encode("any"), Base64.encode("an"), Base64.encode("a"))
    for text in Strings.split("YW55IGNhcm5hbCBwbGVhcw== YW55 YW4= YQ", " ")
        print("{} ", Base64.decode(text) or_else "?")
    end
    bytes, _ := Base64.decode("w7_Dvg")
    print("{}\n", bytes)
    _, a := Base64.decode("YQ=")
    _, b := Base64.decode("Y")
    _, c := Base64.decode("YR==")
    _, d := Base64.decode("Y!==")
    print("{} {} {} {} {}\n", a, b, c, d, Base64.encode("\xff\xfe", url = true))
    back, ok := Base64.decode_hex("00fF7f")
    _, odd := Base64.decode_hex("0")
    _, wrong := Base64.decode_hex("0g")
    print("{} {} {} {}\n", Base64.encode_hex(back), ok, odd, wrong)
end

tables :: ()
    reader := Csv.reader("name,age\r\n\"Doe, Jane\",42\n\n\"a \"\"b\"\"\",\"two\nlines\",\nx,y\n1,\"open")
    while row := reader.next()
        print("{} ", row.length)
        for text in row
            print("{}|", text)
        end
        print("\n")
    end
    print("{}\n", reader.error)
    reader.destroy()
    other := Csv.reader("\"a\"b,c")
    while _row := other.next()
        print("no\n")
    end
    print("{}\n", other.error)
    other.destroy()
    out := Strings.builder()
    Csv.write_row(&out, {"plain", "with, comma", "with \"quotes\"", ""})
    print("{}", out.text())
    out.destroy()
end

numbers :: ()
    r := Random.random(1)
    print("{:x} {}\n", r.next_u64() >> 32, r.chance(0.0))
    in_range, fair, counts := true, true, Array{Int, 6}{}
    for _ in 0..<6000
        die := r.between(1, 6)
        in_range = in_range && die >= 1 && die <= 6
        counts[die - 1] += 1
        u := r.unit()
        in_range = in_range && u >= 0.0 && u < 1.0
    end
    for count in counts
        fair = fair && count > 850 && count < 1150
    end
    cards := Array{Int, 10}{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
    r.shuffle(cards[..])
    sum := 0
    for card in cards
        sum += card
    end
    low := r.between(-0x7fff_ffff_ffff_ffff, 0x7fff_ffff_ffff_ffff)
    print("{} {} {} {}\n", in_range, fair, low != r.between(-0x7fff_ffff_ffff_ffff, 0x7fff_ffff_ffff_ffff), sum)
    secret: Array{u8, 8}
    Random.fill_secret(secret[..])
    a, b := Random.random(7), Random.random(7)
    print("{} {}\n", a.next_u64() == b.next_u64(), r.pick(cards[..]) < 10)
    print("{:x} {:x} {:x}\n", Hash.crc32("123456789"), Hash.adler32("Wikipedia"), Hash.fnv1a("a"))
end

main :: () -> Int
    bases()
    tables()
    numbers()
    return 0
end
