// expect: one 2 items, line 27
// expect: two 0 items, line 28
// expect: three 3 items, line 29
// expect: 3 5 32
// expect: 7 text, number
// expect: four 1 items, line 5

// A place of the call is given by name, wherever it stands among the parameters.
query :: (sql: String, location: Pointer{Source_Location} = #caller-location, items: ..Any)
    print("{} {} items, line {}\n", sql, items.length, location.line)
end

add :: (a: Int, location: Pointer{Source_Location} = #caller-location, b: Int = 2) -> Int
    last_line = Int(location.line)
    return a + b
end

kind :: (location: Pointer{Source_Location} = #caller-location, _text: String) -> String => ifx location.line > 0 => "text" else => "" end
kind :: (location: Pointer{Source_Location} = #caller-location, _number: Int) -> String => ifx location.line > 0 => "number" else => "" end

largest :: {T}(a: T, location: Pointer{Source_Location} = #caller-location, b: T) -> T => ifx a < b && location != null => b else => a end

last_line: Int

main :: ()
    // the lines are told
    query("one", 3, "x")
    query("two")
    query("three", ..Array{Any, 3}{1, 2, 3})

    // and counted
    a, b := add(1), add(1, 4)
    print("{} {} {}\n", a, b, last_line)
    print("{} {}, {}\n", largest(3, 7), kind("a"), kind(3))
    here := Source_Location{"file", 5, 1}
    query("four", 1, location = &here)
end
