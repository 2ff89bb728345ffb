// expect: {"x":1,"y":-2,"name":"a\"b"}
// expect: Point{x = 3, y = 4, label = "hé😀"} ok
// expect: {"kind":"SQUARE","points":[{"x":1,"y":2,"name":""}],"note":null,"size":[1.0,2.5],"counts":{"b":1,"a":2},"shape":{"round":0.5}}
// expect: SQUARE 1 2 none [1.0, 2.5] 2 true ok
// expect: {"a":[1,2.5,null,true],"b":{"c":"\u0001\n"}} 2.5 1 true
// expect: {
// expect:   "a": [
// expect:     1,
// expect:     2.5,
// expect:     null,
// expect:     true
// expect:   ],
// expect:   "b": {
// expect:     "c": "\u0001\n"
// expect:   }
// expect: }
// expect: 1:6: expected `,` or `]`
// expect: 2:3: expected `:`
// expect: 1:8: text behind the value
// expect: 1:1: the text ends before the value
// expect: 1:3: expected digits behind the point
// expect: 1:5: no such escape
// expect: 1:8: half of a surrogate pair
// expect: 1:2: a control character in a string
// expect: 1:514: nested too deeply
// expect: 1:2: expected an integer
// expect: 1:1: the number does not fit
// expect: 1:8: no member has this name
// expect: [9223372036854775807,9.223372036854776e18,-0.0,0.001]
// expect: [nothing, round(2.5), corner(Point{x = 4, y = 0, label = ""})] ["nothing",{"round":2.5},{"corner":{"x":4,"y":0,"name":""}}] ok
// expect: [] {}

Json :: #import "Json"
Strings :: #import "Strings"
#import "List"
#import "Ordered_Map"

Point :: struct
    x, y: Int
    label: String #tag "json:name"
end

Kind :: enum
    CIRCLE
    SQUARE
end

Shape :: union
    nothing
    round: f64
    corner: Point
end

Figure :: struct
    kind: Kind
    points: List{Point}
    note: Maybe{String}
    size: Array{f64, 2}
    counts: Ordered_Map{String, u8}
    hidden: Int #tag "json:-"
    shape: Shape
end

documents :: ()
    text := " {\"a\": [1, 2.5, null, true], \"b\": {\"c\": \"\\u0001\\n\"}} "
    document, error := Json.parse(text)
    assert(error == Json.Error.ok)
    a := document.get("a")
    print("{} {} {} {}\n", document, a.at(1).number(), a.at(0).integer(), a.at(2).is_nothing())
    pretty := Json.to_text(&document, 2)
    print("{}\n", pretty)
    delete(pretty)
    document.destroy()
end

any_type :: ()
    print("{}\n", Json.encode(Point{1, -2, "a\"b"}))
    point, error := Json.decode{Point}("{\"other\": [{}], \"y\": 4, \"name\": \"h\\u00e9\\ud83d\\ude00\", \"x\": 3}")
    print("{} {}\n", point, error)
    f := Figure{kind = .SQUARE, size = {1.0, 2.5}, shape = Shape.round(0.5), hidden = 7}
    f.points.append(Point{1, 2, ""})
    f.counts["b"] = 1
    f.counts["a"] = 2
    text := Json.encode(f)
    print("{}\n", text)
    back, wrong := Json.decode{Figure}(Strings.replace(text, ",\"shape\":{\"round\":0.5}", ""))
    print("{} {} {} {} {} {} {} {}\n", back.kind, back.points.length, back.points[0].y, back.note, back.size, back.counts["a"], back.hidden == 0, wrong)
end

complain :: (text: String)
    document, error := Json.parse(text)
    print("{}\n", error)
    document.destroy()
end

main :: () -> Int
    any_type()
    documents()
    complain("[1, 2")
    complain("{\"a\"\n  1}")
    complain("[1, 2] x")
    complain("")
    complain("1.x")
    complain("\"ab\\x\"")
    complain("\"\\ud800x\"")
    complain("\"\t\"")
    complain(Strings.repeat("[", 600))
    _, a := Json.decode{Array{Int, 2}}("[1.5, 2]")
    _, b := Json.decode{u8}("256")
    _, c := Json.decode{Kind}("\"OTHER\"")
    print("{}\n{}\n{}\n", a, b, c)
    numbers, _ := Json.parse("[9223372036854775807, 9223372036854775808, -0.0, 1E-3]")
    print("{}\n", numbers)
    shapes, wrong := Json.decode{List{Shape}}("[\"nothing\", {\"round\": 2.5}, {\"corner\": {\"x\": 4}}]")
    print("{} {} {}\n", shapes, Json.encode(shapes), wrong)
    empty, _ := Json.decode{List{Int}}("[]")
    print("{} {}\n", empty, Json.encode(Ordered_Map{String, Int}{}))
    return 0
end
