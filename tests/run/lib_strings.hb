// expect: [a][b][][c]<a><é>(one)(two)()(three)x;yy;z;
// expect: 3 -1 3
// expect: name x=y
// expect: 1+2+3 ["1", "2", "3"]
// expect: a--b--c abXc bña
// expect: 1000.0 true 0.0 false
// expect: -255 3 true
// expect: 0.8414709848078965 1.4142135623730951 2.302585092994046 2.7182818284590455
// expect: 5.0 3.0 9
// expect: false true inf
// expect:   é é.. Hello
// expect: a b a 2

#import "Strings"
#import "List"
Math :: #import "Math"

main :: () -> Int
    for part in split("a,b,,c", ",")
        print("[{}]", part)
    end
    for part in split("aé", "")
        print("<{}>", part)
    end
    for line in lines("one\r\ntwo\n\nthree")
        print("({})", line)
    end
    for field in fields("  x  yy\tz ")
        print("{};", field)
    end
    print("\n{} {} {}\n", find("hello", "l", 3), find("hello", "z"), find_last("hello", "l"))
    if key, value := cut("name=x=y", "=")
        print("{} {}\n", key, value)
    end
    l := split_list("1 2 3", " ")
    print("{} {}\n", join(&l, "+"), l)
    print("{} {} {}\n", replace("aXbXc", "X", "--"), replace("aXbXc", "X", "", 1), reverse_runes("añb"))
    a, ok := parse_float("1e3")
    b, bad := parse_float("1e3x")
    print("{} {} {} {}\n", a, ok, b, bad)
    x := parse_int("-ff", 16) or_else 3
    y := parse_int("9223372036854775808") or_else 3
    print("{} {} {}\n", x, y, parse_bool("true") or_else false)
    print("{} {} {} {}\n", Math.sin(1.0), Math.pow(2.0, 0.5), Math.log(10.0), Math.exp(1.0))
    print("{} {} {}\n", Math.hypot(3.0, 4.0), Math.round(2.5), Math.int_sqrt(99))
    _s, fits := Math.checked_add(Math.INT_MAX, 1)
    print("{} {} {}\n", fits, Math.is_nan(Math.NAN), Math.INFINITY)
    print("{} {} {}\n", pad_left("é", 3), pad_right("é", 3, '.'), capitalize("hELLO"))
    print("{} {} {}\n", trim("  a b "), trim_bytes("xxaxx", "x"), count("banana", "an"))
    return 0
end
