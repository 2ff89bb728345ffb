// expect: example.org 8080 ["a", "b\n"] 2.5 some(7)
// expect: 7 2
// expect: {"rate":0.5,"burst":null}

Json :: #import "Json"

// The library's JSON reads a document in the compiler; what it gives is data of the program.

Server :: struct
    host: String
    port: u16
    tags: Slice{String}
    limits: Limits
end

Limits :: struct
    rate: f64
    burst: Maybe{Int}
end

DOCUMENT :: `{"host": "example.org", "port": 8080, "tags": ["a", "b\n"], "limits": {"rate": 2.5, "burst": 7}}`

server :: (text: String) -> Server
    value, error := Json.decode{Server}(text)
    assert(error == Json.Error{}, "the document is wrong")
    return value
end

SERVER :: #run server(DOCUMENT)
TREE :: #run tree(DOCUMENT)
tree :: (text: String) -> Json.Value
    value, _ := Json.parse(text)
    return value
end

main :: ()
    print("{} {} {:?} {} {}\n", SERVER.host, SERVER.port, SERVER.tags, SERVER.limits.rate, SERVER.limits.burst)
    print("{} {}\n", TREE.get("limits").get("burst").integer(), TREE.get("tags").at(1).text().length)
    print("{}\n", #run Json.encode(Limits{0.5, none}))
end
