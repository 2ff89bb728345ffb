// What asks for the place of its call is a value of the type without it: whoever calls a value cannot give it.

// expect: 3 its own line: true
// expect: [2, 3]
// expect: ab
// expect: abc
// expect: 7 7 7
// expect: made: 5
// expect: closure: 14
// expect: same: true
// expect: through C: 8
// expect: literal: 4
#import "List"
Strings :: #import "Strings"

here: Int

NOTING :: #line + 1
noting :: (x: Int, location: Pointer{Source_Location} = #caller-location) -> Int
    here = Int(location.line)
    return x
end

more :: (x: Int, others: ..Int, location: Pointer{Source_Location} = #caller-location) -> Int
    here = Int(location.line)
    return x + others.length
end

same :: {T}(x: T, location: Pointer{Source_Location} = #caller-location) -> T
    here = Int(location.line)
    return x
end

several :: (x: Int, location: Pointer{Source_Location} = #caller-location) -> Int => noting(x, location = location)
several :: (x: String, location: Pointer{Source_Location} = #caller-location) -> Int => noting(x.length, location = location)

apply :: {T, U}(x: T, f: (x: T) -> U) -> U => f(x)

fold :: (texts: Slice{String}, f: (a: String, b: String) -> String) -> String
    result := ""
    for text in texts
        result = f(result, text)
    end
    return result
end

each :: (x: Int, f: #closure (x: Int) -> Int) -> Int => f(x) + f(x)

Table :: struct
    f: (x: Int) -> Int
end

TABLE :: Table{noting}
variable: (x: Int) -> Int = several
known :: #run apply(5, noting)

Applied :: struct {F: (x: Int) -> Int}
end

run_applied :: {F: (x: Int) -> Int}(x: Int) -> Int => F(x)

call_back :: #c-call (f: #c-call (x: Int) -> Int, x: Int) -> Int
    return f(x)
end

main :: ()
    f := noting
    x := f(3)
    print("{} its own line: {}\n", x, here == NOTING)
    xs := list{Int}()
    append_one: (l: Pointer{List{Int}}, x: Int) = append
    append_one(&xs, 2)
    xs.append(3)
    print("{}\n", xs)
    print("{}\n", fold({"a", "b"}, Strings.concat))
    print("{}\n", apply("abc", Strings.copy))
    print("{} {} {}\n", TABLE.f(7), variable(7), run_applied{noting}(7))
    print("made: {}\n", known)
    print("closure: {}\n", each(7, noting))
    g: (x: Int) -> Int = same
    h: (x: Int) -> Int = several
    print("same: {}\n", f == noting && g != h && h == variable)
    print("through C: {}\n", call_back(noting, 8))
    literal := (x: Int, location: Pointer{Source_Location} = #caller-location) -> Int => x + min(Int(location.line), 1)
    print("literal: {}\n", literal(3))
    _ = Applied{noting}{}
    k: (x: Int, others: Slice{Int}) -> Int = more
    k(1, {2})
end
