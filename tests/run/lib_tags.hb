// expect: {"type":"a","maxSize":5,"shown":true}
// expect: kind: a
// expect: max-size: 5
// expect: hidden: h
// expect: ok Item{kind = "b", max_size = 6, hidden = "", shown = false}
// expect: ok Item{kind = "b", max_size = 6, hidden = "x", shown = false}
// expect: ok Item{kind = "", max_size = 7, hidden = "", shown = true}
// expect:       --kind
// expect:   -m, --max-size         how much, at most
// expect:       --hidden
// expect:   -s, --shown            whether

// Tags that say something to several formats.

Cli :: #import "Cli"
Json :: #import "Json"
Reflect :: #import "Reflect"
Strings :: #import "Strings"
Yaml :: #import "Yaml"

Item :: struct
    kind: String      #tag "json:type"
    max_size: Int     #tag "json:maxSize, yaml:max-size, cli:m how much, at most"
    hidden: String    #tag "json:-"
    shown: Bool       #tag "yaml:-, cli:s whether"
end

main :: ()
    item := Item{"a", 5, "h", true}
    json, yaml := Json.encode(item), Yaml.encode(item)
    print("{}\n{}", json, yaml)
    read, error := Json.decode{Item}(`{"type": "b", "maxSize": 6, "hidden": "x", "max_size": 9}`)
    print("{} {}\n", error, read)
    other, problem := Yaml.decode{Item}("{kind: b, max-size: 6, hidden: x, shown: true}")
    print("{} {}\n", problem, other)
    parsed, mistake := Cli.parse{Item}({"program", "-m", "7", "-s"})
    print("{} {}\n", mistake, parsed)
    usage := Cli.usage{Item}("program")
    for line in Strings.lines(usage)
        if Strings.contains(line, "--")
            print("{}\n", line)
        end
    end
    delete(json)
    delete(yaml)
    delete(usage)
    Reflect.release_value(&read)
    Reflect.release_value(&other)
    Reflect.release_value(&parsed)
end
