// expect: ok
// expect: true 255 -170141183460469231731687303715884105727 0.5 12.0 ế usual SQUARE
// expect: [empty, round(2.5), corner(Point{x = 1, height = -2}), corner(Point{x = 7, height = 0})] [3, 4] none Point{x = 5, height = 0} ["a\tb", "it's", "1.20", "two lines"]
// expect: {"first": Point{x = 7, height = 1}, "": Point{x = 7, height = 2}} {12: CIRCLE} 3
// expect: flag: true
// expect: small: 255
// expect: large: -170141183460469231731687303715884105727
// expect: half: 0.5
// expect: distance: 12.0
// expect: letter: ế
// expect: text: usual
// expect: kind: SQUARE
// expect: shapes:
// expect:   - empty
// expect:   - round: 2.5
// expect:   - corner:
// expect:       x: 1
// expect:       "y": -2
// expect:   - corner:
// expect:       x: 7
// expect:       "y": 0
// expect: pair:
// expect:   - 3
// expect:   - 4
// expect: note: null
// expect: next:
// expect:   x: 5
// expect:   "y": 0
// expect: names:
// expect:   - "a\tb"
// expect:   - it's
// expect:   - "1.20"
// expect:   - two lines
// expect: by_name:
// expect:   first:
// expect:     x: 7
// expect:     "y": 1
// expect:   "":
// expect:     x: 7
// expect:     "y": 2
// expect: by_number:
// expect:   12: CIRCLE
// expect: ok true
// expect: [null,null,null,"null",true,true,"true","yes",0,-12,12,15,31,"0b1","1_000",1.0,0.5,-1000.0,"1e",null,null,null,9223372036854775807,9.223372036854776e18,"12:30","2001-01-01","12",12,3.0,"x","",".","+","-x","a:b"] ok
// expect: {"a":[1,{"b":2}],"c":[1,{"b":2}],"d":{"b":2},"e":"e"} ok
// expect: {"base":{"x":1,"y":2},"more":{"y":3,"z":4},"one":{"x":1,"y":9},"two":{"y":2,"z":4,"x":1,"w":0},"<<":"text"} ok
// expect: [Point{x = 1, height = 2}, Point{x = 1, height = 3}, Point{x = 1, height = 2}] ok
// expect: null 1:8: an alias within what it stands for
// expect: null 1:1: no anchor has this name
// expect: 1:18: aliases stand for too much
// expect: null 1:4: the text ends within brackets
// expect: null 1:5: no value can stand here: a text with `: ` in it needs quotes
// expect: null 2:1: the mapping has this key already
// expect: null 1:1: a text in quotes does not end
// expect: null 2:1: expected `:` behind the key, in its line
// expect: null 1:3: expected a text as key
// expect: {"x":1} ok
// expect: null 1:4: no such escape
// expect: null 1:2: this is not UTF-8
// expect: null 1:1: a malformed directive
// expect: null 1:1: a bracket of another kind closes this one
// expect: null 2:1: another document begins here
// expect: null 1:1: an anchor or alias needs a name
// expect: null 1:8: text behind a text in quotes
// expect: null 1:10: text behind a text in quotes
// expect: [["-x",null]] ok
// expect: null 1:7: this is not what its tag says
// expect: [0, 0] 1:5: the number does not fit
// expect: 3:3: the sequence has too many elements
// expect: 1:1: the sequence has too few elements
// expect: 1:1: expected one rune
// expect: 2:3: no member has this name
// expect: 1:1: no member without a value has this name
// expect: 1:12: a union has one member at a time
// expect: 1:8: this is no key of the map
// expect: - ""
// expect: - " a"
// expect: - "a "
// expect: - "- a"
// expect: - "a: b"
// expect: - "a #b"
// expect: - "#a"
// expect: - "yes"
// expect: - "12"
// expect: - "1.5"
// expect: - "0x1"
// expect: - "null"
// expect: - |-
// expect:   two
// expect:   lines
// expect: - |
// expect:   two
// expect:    lines
// expect: - |+
// expect:   a
// expect:
// expect:
// expect: - "\n"
// expect: - " x\ny"
// expect: - "tab\there"
// expect: - quote"d
// expect: - hé
// expect: - "\u2028"
// expect: - "\ufeff"
// expect: - "%a"
// expect: - "@a"
// expect: - "`"
// expect: - "*a"
// expect: - "&a"
// expect: - "!a"
// expect: - "["
// expect: - "{a}"
// expect: - a,b
// expect: - "---"
// expect: - "..."
// expect: - "a\r\nb"
// expect: - "\u0001"
// expect: - "a:"
// expect: - c:\dir
// expect: - "2001-01-01"
// expect: - "1:30"
// expect: - /usr
// expect: - "~"
// expect: - "."
// expect: - "="
// expect: - "<<"
// expect: - "?"
// expect: - "? a"
// expect: - "-"
// expect: - "--"
// expect: - "-1"
// expect: - "x: |"
// expect: - 😀
// expect: ok true
// expect: 31 DOCUMENT_START PLAIN 0 "" 
// expect: 43 SEQUENCE_START PLAIN 0 "" 
// expect: 53 SCALAR SINGLE_QUOTED 1 "q" tag:example.com,2000:b
// expect: 59 ALIAS PLAIN 1 "" 
// expect: 62 SEQUENCE_END PLAIN 0 "" 
// expect: 62 DOCUMENT_END PLAIN 0 "" 
// expect: 62 DOCUMENT_START PLAIN 0 "" 
// expect: 69 SCALAR FOLDED 0 "folded text\n" 
// expect: 82 DOCUMENT_END PLAIN 0 "" 
// expect: ok
// expect: ["one", [2], null] ok
// expect: [] ok
// expect: null ok
// expect: no leak: true

// Documents, types, aliases, merges, mistakes and events of YAML.

Json :: #import "Json"
Yaml :: #import "Yaml"
Reflect :: #import "Reflect"
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
    height: i8 #tag "yaml:y"
end

Meters :: distinct f64

Everything :: struct
    flag: Bool
    small: u8
    large: i128
    half: f32
    distance: Meters
    letter: Rune
    text: String = "usual"
    kind: Kind
    shapes: List{Shape}
    pair: Array{Int, 2}
    note: Maybe{String}
    next: Pointer{Point}
    names: Slice{String}
    by_name: Ordered_Map{String, Point}
    by_number: Map{Int, Kind}
    hidden: Int = 3 #tag "yaml:-"
    call: () -> Int #tag "yaml:-"
end

EVERYTHING :: `# all of it
flag: true
small: 0xff
large: -170141183460469231731687303715884105727
half: 0.5
distance: 12
letter: ế
kind: SQUARE
unknown: {a: [1, 2]}
shapes:
- empty
- round: 2.5
- !corner {x: 1, y: -2}
- corner: {}
pair: [3, 4]
note: ~
next:
  x: 5
names: ["a\tb", 'it''s', 1.20, "two
  lines"]
by_name:
  first: {y: 1}
  "": {y: 2}
by_number: {12: CIRCLE}
hidden: 9
`

SCALARS :: `[~, null, Null, "null", true, TRUE, 'true', yes, 0, -12, +12, 0o17, 0x1F, 0b1, 1_000, 1., .5, -1e3, 1e, .inf, -.INF, .NaN,
 9223372036854775807, 9223372036854775808, 12:30, 2001-01-01, !!str 12, !!int "12", !!float 3, !local x, "", ., +, -x, a:b]`

show :: (text: String)
    document, error := Yaml.parse(text)
    print("{} {}\n", document, error)
    document.destroy()
end

all_types :: ()
    x, error := Yaml.decode{Everything}(EVERYTHING)
    print("{}\n{} {} {} {} {} {} {} {}\n", error, x.flag, x.small, x.large, x.half, x.distance, x.letter, x.text, x.kind)
    print("{} {} {} {} {:?}\n", x.shapes, x.pair, x.note, x.next@, x.names)
    print("{} {} {}\n", x.by_name, x.by_number, x.hidden)
    text := Yaml.encode(x)
    print("{}", text)
    again, worse := Yaml.decode{Everything}(text)
    copy := Yaml.encode(again)
    print("{} {}\n", worse, copy == text)
    delete(copy)
    Reflect.release_value(&x)
    Reflect.release_value(&again)
    delete(text)
end

aliases :: ()
    show("a: &n [1, &m {b: 2}]\nc: *n\nd: *m\n&k e: *k\n")
    show("base: &b {x: 1, y: 2}\nmore: &c {y: 3, z: 4}\none: {<<: *b, y: 9}\ntwo: {<<: [*b, *c], w: 0}\n\"<<\": text\n")
    point, error := Yaml.decode{List{Point}}("- &p {x: 1, y: 2}\n- {<<: *p, y: 3}\n- *p\n")
    print("{} {}\n", point, error)
    Reflect.release_value(&point)
    show("a: &a [*a]")
    show("*nowhere")
    laughs := Yaml.load("a: &a [1,1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e,*e]\n")
    laughs.expanded_max = 2000
    laughs.at = 1
    document: Yaml.Value
    Yaml.read(&laughs, &document)
    print("{}\n", laughs.error)
    document.destroy()
    laughs.destroy()
end

mistakes :: ()
    for text in Array{String, _}{"a: [1,\n2", "a: b: c", "a: 1\na: 2", "\"a", "- a\nb", "? [1]\n: 2", "\tx: 1", "a: \"\\q\"", "a\xff", "%YAML x\n---\n", "{a: 1]", "one\n---\ntwo",
                              "&", "a: 'b' c", "'\\ud800' \"\\ud800\"", "- - -x\n  -", "!!int twelve"}
        show(text)
    end
    small, error := Yaml.decode{Array{u8, 2}}("[1, 256]")
    print("{} {}\n", small, error)
    _, many := Yaml.decode{Array{u8, 1}}("\n- 1\n- 2")
    _, few := Yaml.decode{Array{u8, 2}}("- 1")
    _, rune := Yaml.decode{Rune}("ab")
    _, kind := Yaml.decode{List{Kind}}("- CIRCLE\n- ROUND")
    _, shape := Yaml.decode{Shape}("round")
    _, shapes := Yaml.decode{Shape}("{round: 1, empty: ~}")
    _, number := Yaml.decode{Map{Int, Int}}("{1: 1, two: 2}")
    print("{}\n{}\n{}\n{}\n{}\n{}\n{}\n", many, few, rune, kind, shape, shapes, number)
end

// What is written is read as what it was, and by a person as what it is.
texts :: ()
    texts := list_of{String}({"", " a", "a ", "- a", "a: b", "a #b", "#a", "yes", "12", "1.5", "0x1", "null", "two\nlines", "two\n lines\n", "a\n\n\n", "\n", " x\ny", "tab\there",
                              "quote\"d", "hé", "\u{2028}", "\u{feff}", "%a", "@a", "`", "*a", "&a", "!a", "[", "{a}", "a,b", "---", "...", "a\r\nb", "\x01", "a:", "c:\\dir", "2001-01-01", "1:30",
                              "/usr", "~", ".", "=", "<<", "?", "? a", "-", "--", "-1", "x: |", "\u{1f600}"})
    text := Yaml.encode(texts)
    print("{}", text)
    again, error := Yaml.decode{List{String}}(text)
    print("{} {}\n", error, again == texts)
    for t in texts
        alone := Yaml.encode(t)
        back, wrong := Yaml.decode{String}(alone)
        if wrong != Json.Error.ok || back != t
            print("{:?} {} {:?}\n", alone, wrong, back)
        end
        delete(alone)
        Reflect.release_value(&back)
    end
    delete(text)
    Reflect.release_value(&again)
    texts.destroy()
end

events :: ()
    reader := Yaml.reader("%TAG !e! tag:example.com,2000:\n--- # first\n- &a !e!b 'q'\n- *a\n--- >\n folded\n text\n...\n")
    defer reader.destroy()
    while event := reader.next()
        print("{} {} {} {} {:?} {}\n", event.position, event.kind, event.style, event.anchor, event.text, event.tag)
    end
    print("{}\n", reader.error)
end

work :: ()
    all_types()
    show(SCALARS)
    aliases()
    mistakes()
    texts()
    events()
    documents, error := Yaml.parse_all("one\n---\n[2]\n---\n")
    print("{} {}\n", documents, error)
    Reflect.release_value(&documents)
    none_at_all, nothing := Yaml.parse_all("# only this\n")
    print("{} {}\n", none_at_all, nothing)
    show("")
end

main :: ()
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        work()
    end
    print("no leak: {}\n", tracking.report())
end
