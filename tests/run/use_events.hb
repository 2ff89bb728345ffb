// expect: ok
// expect: user,events,cents
// expect: ada,2,99
// expect: bob,2,1250
// expect: ada:
// expect:   events: 2
// expect:   cents: 99
// expect:   left: false
// expect: bob:
// expect:   events: 2
// expect:   cents: 1250
// expect:   left: true
// expect: 1 2:29: no member has this name

// Lines of JSON in, a table and a summary in YAML out.

#import "List"
#import "Ordered_Map"
Csv :: #import "Csv"
Json :: #import "Json"
Strings :: #import "Strings"
Yaml :: #import "Yaml"

Kind :: enum
    click
    buy
    leave
end

Event :: struct
    user: String
    kind: Kind
    cents: Maybe{Int}
end

User :: struct
    events: Int
    cents: Int
    left: Bool
end

LINES :: `{"user": "ada", "kind": "click"}
{"user": "bob", "kind": "buy", "cents": 1250}
{"user": "ada", "kind": "buy", "cents": 99, "extra": {"coupon": [1, 2]}}
{"user": "bob", "kind": "leave", "cents": null}
`

main :: () -> Int
    users := ordered_map{String, User}()
    reader := Json.reader(LINES)
    defer reader.destroy()
    while event := reader.read_next{Event}()
        user := users.entry(event.user)
        user.events += 1
        user.cents += event.cents or_else 0
        user.left = user.left || event.kind == .leave
    end
    print("{}\n", reader.parser.error)
    table := Strings.builder()
    Csv.write_row(&table, {"user", "events", "cents"})
    for name, user in users
        events, cents := format("{}", user.events), format("{}", user.cents)
        Csv.write_row(&table, {name, events, cents})
        delete(events)
        delete(cents)
    end
    print("{}", table.text())
    print("{}", Yaml.encode(users))
    broken := Json.reader("{\"user\": \"x\", \"kind\": \"click\"}\n{\"user\": \"y\", \"kind\": \"jump\"}")
    count := 0
    while _ := broken.read_next{Event}()
        count += 1
    end
    print("{} {}\n", count, broken.parser.error)
    return 0
end
