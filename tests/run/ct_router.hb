// expect: get /users 200 | post /users 201 | 404
// A router built at compile time: a trie of pointers with procedures in its leaves.
Handler :: #type (path: String) -> Int
Route :: struct
    part: String
    children: Slice{Pointer{Route}}
    handlers: Array{Handler, 2}
end
Method :: enum
    GET
    POST
end
Entry :: struct
    method: Method
    path: String
    handler: Handler
end
list_users :: (_path: String) -> Int => 200
add_user :: (_path: String) -> Int => 201
child :: (r: Pointer{Route}, part: String) -> Pointer{Route}
    for c in r.children
        if c.part == part
            return c
        end
    end
    return null
end
#import "Strings"
build :: (entries: Slice{Entry}) -> Pointer{Route}
    root := new{Route}()
    for e in entries
        at := root
        for part in split(e.path[1..], "/")
            found := child(at, part)
            if found == null
                found = new(Route{part, {}, {null, null}})
                at.children = resize(at.children, at.children.length + 1)
                at.children[at.children.length - 1] = found
            end
            at = found
        end
        at.handlers[Int(e.method)] = e.handler
    end
    return root
end
ROUTES :: #run build({{.GET, "/users", list_users}, {.POST, "/users", add_user}, {.GET, "/a/b/c", (p: String) -> Int => p.length}})
call :: (method: Method, path: String) -> Int
    at := Pointer{Route}(ROUTES)
    for part in split(path[1..], "/")
        at = child(at, part)
        if at == null
            return 404
        end
    end
    handler := at.handlers[Int(method)]
    return ifx handler == null => 405 else => handler(path) end
end
main :: ()
    print("get /users {} | post /users {} | {}\n", call(.GET, "/users"), call(.POST, "/users"), call(.GET, "/nothing"))
    assert(call(.GET, "/a/b/c") == 6 && call(.POST, "/a/b/c") == 405)
end
