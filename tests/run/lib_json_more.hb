// expect: ok
// expect: {"flag":true,"large":-170141183460469231731687303715884105727,"half":0.5,"distance":12.0,"letter":"ế","text":"usual","title":"tä","kind":"SQUARE","shapes":["empty",{"round":2.5},{"corner":{"x":7,"y":-2}}],"pair":[3,4],"note":"again","tree":{"value":1,"left":{"value":2,"left":null,"right":null},"right":null},"names":["second"],"by_name":{"a":{"x":3,"y":0},"b":{"x":7,"y":0}},"by_number":{"12":"CIRCLE"},"by_kind":{"SQUARE":[1,2,3]}}
// expect: ok true
// expect: true true
// expect: null 1:3: this is not UTF-8
// expect: null 1:8: this is not UTF-8
// expect: null 1:4: no value begins so
// expect: null 1:8: expected the name of a member
// expect: null 1:2: expected the name of a member
// expect: null 1:2: text behind the value
// expect: null 1:2: the text ends before the value
// expect: null 1:3: expected digits behind the point
// expect: null 1:1: no value begins so
// expect: null 1:3: expected digits in the exponent
// expect: null 1:1: no value begins so
// expect: null 1:1: expected true or false
// expect: null 1:1: no value begins so
// expect: null 1:4: expected four hexadecimal digits
// expect: null 1:14: half of a surrogate pair
// expect: null 1:3: expected `,` or `]`
// expect: null 1:1: no value begins so
// expect: null 1:2: a control character in a string
// expect: " " ok
// expect: 1.2345678901234568e29 ok
// expect: -0.0 ok
// expect: null 1:1: the number does not fit
// expect: -0.0 ok
// expect: null 1:4: the text ends before the value
// expect: null 1:1: no value begins so
// expect: null 1:1: no value begins so
// expect: null 1:6: expected `:`
// expect: null 1:4: expected `,` or `]`
// expect: 7 ok
// expect: null 1:1: no value begins so
// expect: 2:2: this is no key of the map
// expect: 1:1: the number does not fit
// expect: 1:1: the number does not fit
// expect: 1:4: the array has too many elements
// expect: 1:3: the array has too few elements
// expect: 1:8: no member has this name
// expect: 1:12: expected `}`
// expect: "a�b�ä\"�"
// expect: OBJECT_START("") KEY("a") ARRAY_START("") NUMBER("1") BOOLEAN("true") TEXT("x\n") ARRAY_END("") KEY("b") OBJECT_START("") OBJECT_END("") OBJECT_END("") ARRAY_START("") ARRAY_END("") NUMBER("3") ARRAY_START("") NUMBER("1") 3:6: expected `,` or `]`
// expect: 21 83891
// expect: no leak: true

// Any type there and back; texts that are broken at any byte; nothing leaks.

Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
Tracking :: #import "Tracking"
#import "List"
#import "Map"
#import "Ordered_Map"

Kind :: enum
    CIRCLE
    SQUARE
end

Shape :: union
    empty
    round: f64
    corner: Point
end

Point :: struct
    x: Int = 7
    height: i8 #tag "json:y"
end

Meters :: distinct f64
Title :: distinct String

Tree :: struct
    value: Int
    left, right: Pointer{Tree}
end

Everything :: struct
    flag: Bool
    large: i128
    half: f32
    distance: Meters
    letter: Rune
    text: String = "usual"
    title: Title
    kind: Kind
    shapes: List{Shape}
    pair: Array{Int, 2}
    note: Maybe{String}
    tree: Pointer{Tree}
    names: Slice{String}
    by_name: Ordered_Map{String, Point}
    by_number: Ordered_Map{u8, Kind}
    by_kind: Map{Kind, List{Int}}
    call: () -> Int #tag "json:-"
end

TEXT :: `{"flag": true, "large": -170141183460469231731687303715884105727, "half": 0.5, "distance": 12, "letter": "ế",
 "kind": "SQUARE", "unknown": {"a": [1, {"b": "c\n"}], "d": null}, "title": "t\u00e4",
 "shapes": ["empty", {"round": 2.5}, {"corner": {"y": -2}}], "pair": [3, 4], "note": "n", "note": "again",
 "tree": {"value": 1, "left": {"value": 2, "left": null}}, "names": ["", "größe", "\"\\\/\b\f\r\t"], "names": ["second"],
 "by_name": {"a": {"x": 1}, "b": {}, "a": {"x": 3}}, "by_number": {"12": "CIRCLE"}, "by_kind": {"SQUARE": [1, 2, 3]}}`

all_types :: ()
    x, error := Json.decode{Everything}(TEXT)
    text := Json.encode(x)
    print("{}\n{}\n", error, text)
    again, worse := Json.decode{Everything}(text)
    other := Json.encode(again)
    print("{} {}\n", worse, other == text)
    delete(other)
    delete(text)
    Reflect.release_value(&x)
    Reflect.release_value(&again)
end

// Every beginning of the text, and the text with each byte another: an answer, always, and nothing is left behind.
broken :: ()
    wrong, right := 0, 0
    for n in 0..<TEXT.length / 3
        length := 3 * n
        x, error := Json.decode{Everything}(TEXT[..<length])
        if error == Json.Error.ok
            print("{} bytes are taken for all\n", length)
        end
        Reflect.release_value(&x)
        document, worse := Json.parse(TEXT[..<length])
        wrong += Int(worse != Json.Error.ok)
        document.destroy()
    end
    changed := Strings.copy(TEXT)
    for n in 0..<changed.length / 4
        at := 4 * n + 1
        for byte in Array{u8, 3}{'"', ']', 0xff}
            changed.data[at] = byte
            x, error := Json.decode{Everything}(changed)
            document, _ := Json.parse(changed)
            right += Int(error == Json.Error.ok)
            Reflect.release_value(&x)
            document.destroy()
            changed.data[at] = TEXT[at]
        end
    end
    print("{} {}\n", wrong == TEXT.length / 3, right > 20 && right < TEXT.length / 2)
    delete(changed)
end

mistakes :: ()
    for text in Array{String, _}{"\"a\xff\"", "\"\\u00e4\xc3\"", "[1,]", "{\"a\":1,}", "{,}", "01", "-", "1.", ".5", "1e", "+1", "tru", "nul", "\"\\u12G4\"", "\"\\ud800\\u0041\"", "[1}", "\x00", "\"\t\"",
                              "\"\u{2028}\"", "123456789012345678901234567890", "-0", "1e400", "-1e-400", "[[[", "'a'", "NaN", "{\"a\" 1}", "[1 2]", " \n\t\r 7 \n", "\u{feff}1"}
        document, error := Json.parse(text)
        print("{} {}\n", document, error)
        document.destroy()
    end
    _, key := Json.decode{Ordered_Map{u8, Int}}("{\"1\": 1,\n \"256\": 2}")
    _, wide := Json.decode{u64}("18446744073709551616")
    _, negative := Json.decode{u128}("-1")
    _, many := Json.decode{Array{Int, 1}}("[1, 2]")
    _, few := Json.decode{Array{Int, 1}}("[]")
    _, bare := Json.decode{Shape}("\"round\"")
    _, full := Json.decode{Shape}("{\"round\": 1, \"empty\": 2}")
    print("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", key, wide, negative, many, few, bare, full)
    bad := Json.encode("a\xffb\xc3\u{e4}\"\xff")
    print("{}\n", bad)
    delete(bad)
end

drain :: (out: Pointer{Writer}, text: String)
    sums := Pointer{Array{Int, 2}}(out.owner)
    sums@[0] += 1
    sums@[1] += text.length
end

pieces :: ()
    reader := Json.reader("{\"a\": [1, true, \"x\\n\"], \"b\": {}}\n[]\n3 [1 2]")
    while event := reader.next()
        print("{}({:?}) ", event.kind, event.text)
    end
    print("{}\n", reader.parser.error)
    reader.destroy()
    counts: Array{Int, 2}
    out := Writer{drain = drain, owner = &counts}
    stream := Json.stream(&out)
    stream.begin_array()
    for i in 0..<5000
        stream.value(Point{i, 1})
    end
    stream.end_array()
    stream.end_stream()
    print("{} {}\n", counts[0], counts[1])
end

work :: ()
    all_types()
    broken()
    mistakes()
    pieces()
end

main :: ()
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        work()
    end
    print("no leak: {}\n", tracking.report())
end
