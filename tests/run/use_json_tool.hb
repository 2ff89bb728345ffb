// expect: {
// expect:   "name": "demo",
// expect:   "version": [
// expect:     1,
// expect:     2,
// expect:     3
// expect:   ],
// expect:   "people": [
// expect:     {
// expect:       "name": "Ada",
// expect:       "age": 36
// expect:     },
// expect:     {
// expect:       "name": "Alan",
// expect:       "age": 41,
// expect:       "tags": []
// expect:     }
// expect:   ],
// expect:   "ok": true,
// expect:   "none": null
// expect: }
// expect: name: "demo"
// expect: version.1: 2
// expect: people.1.name: "Alan"
// expect: people.7.name: null
// expect: people.0: {"name":"Ada","age":36}
// expect: $.name = "demo"
// expect: $.version[0] = 1
// expect: $.version[1] = 2
// expect: $.version[2] = 3
// expect: $.people[0].name = "Ada"
// expect: $.people[0].age = 36
// expect: $.people[1].name = "Alan"
// expect: $.people[1].age = 41
// expect: $.ok = true
// expect: $.none = null
// expect: true true
// expect: ages 77

// A small jq: prints, takes a path, lists the leaves, compares.

#import "List"
Json :: #import "Json"
Strings :: #import "Strings"

TEXT :: `{"name": "demo", "version": [1, 2, 3], "people": [{"name": "Ada", "age": 36}, {"name": "Alan", "age": 41, "tags": []}], "ok": true, "none": null}`

at_path :: (value: Json.Value, path: String) -> Json.Value
    current := value
    for step in Strings.split(path, ".")
        if index := Strings.parse_int(step)
            current = current.at(index)
        else
            current = current.get(step)
        end
    end
    return current
end

leaves :: (value: Pointer{Json.Value}, path: String)
    match value@
    case .array &elements
        for &element, i in elements
            next := format("{}[{}]", path, i)
            leaves(&element, next)
            delete(next)
        end
    case .object &members
        for i in 0..<members.length
            next := format("{}.{}", path, members.at(i).key)
            leaves(&members.at(i).value, next)
            delete(next)
        end
    else
        print("{} = {}\n", path, value@)
    end
end

main :: () -> Int
    document, error := Json.parse(TEXT)
    if error != .ok
        print("{}\n", error)
        return 1
    end
    defer document.destroy()
    print("{}\n", Json.to_text(&document, 2))
    for path in Array{String, 5}{"name", "version.1", "people.1.name", "people.7.name", "people.0"}
        print("{}: {}\n", path, at_path(document, path))
    end
    leaves(&document, "$")
    small := Json.to_text(&document)
    again, _ := Json.parse(small)
    print("{} {}\n", small.length < TEXT.length, again == document)
    sum := 0
    reader := Json.reader(small)
    while event := reader.next()
        if event.kind == .KEY && event.text == "age"
            sum += reader.read_next{Int}() or_else 0
        end
    end
    print("ages {}\n", sum)
    return 0
end
