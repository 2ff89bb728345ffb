// expect: 2 text/plain example.org
// expect: false some("example.org")

// a map with a hash and an equality of one's own: header names, whatever their case

Hash :: #import "Hash"
Map :: #import "Map"
Strings :: #import "Strings"

Name :: struct
    text: String
end

== :: #operator (a: Name, b: Name) -> Bool => Strings.equal_ignoring_case(a.text, b.text)

hash :: (name: Name, seed: u64) -> u64
    result := seed
    for i in 0..<name.text.length
        result = Hash.hash(Strings.lower(name.text[i]), result)
    end
    return result
end

main :: ()
    headers := Map.map{Name, String}()
    for line in Strings.lines("Content-Type: text/html\nHOST: example.org\ncontent-type: text/plain")
        if name, value := Strings.cut(line, ": ")
            headers[Name{name}] = value
        end
    end
    print("{} {} {}\n", headers.length, headers[Name{"CONTENT-TYPE"}], headers[Name{"host"}])
    print("{} {}\n", Name{"x"} in headers, headers.remove(Name{"Host"}))
end
