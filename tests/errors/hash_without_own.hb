// error-code: E0604
// error-line: 91
// error-mentions: a type with an `==` of its own needs a `hash` of its own
// error-mentions: `T` is Name
#import "Map"
Strings :: #import "Strings"

Name :: struct
    text: String
end

== :: #operator (a: Name, b: Name) -> Bool => Strings.equal_ignoring_case(a.text, b.text)

main :: ()
    m := map{Name, Int}()
    m[{"a"}] = 1
    print("{}\n", m.length)
end
