// expect: Hello, World! 13 HELLO ["a", "b", "c"] a-b-c true 0x00ff 3.14  right|
#import "Strings"
text :: () -> String
    b := builder()
    b.append("Hello")
    b.append(", ")
    out := b.writer()
    print_to(&out, "{}{}", "World", '!')
    return b.take()
end
T :: #run text()
L :: T.length
U :: #run to_upper(T[..<5])
parts :: (text: String) -> Slice{String}
    found := make_slice{String}(3)
    n := 0
    for part in split(text, ",")
        found[n] = part
        n += 1
    end
    return found
end
PARTS :: #run parts("a,b,c")
J :: #run join(PARTS, "-")
F :: #run format("{:#06x} {:.2}{:>7}|", 255, 3.14159, "right")
main :: ()
    print("{} {} {} {:?} {} {} {}\n", T, L, U, PARTS, J, starts_with(T, "Hello"), F)
end
