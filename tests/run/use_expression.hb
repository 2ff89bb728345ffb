// expect: 3 4 + 2 * = 14.0
// expect: 1 2 ^: unknown("^")
// expect: 1 +: too_few("+")
// expect: 1 2 3: left_over(3)
// expect: 1 0 / = inf

// a table of operators by name, a stack in a list: reverse Polish notation with errors as values

List :: #import "List"
Map :: #import "Map"
Strings :: #import "Strings"

Operation :: #type (a: f64, b: f64) -> f64

Wrong :: union #error
    ok
    unknown: String
    too_few: String
    left_over: Int
end

operations :: () -> Map.Map{String, Operation}
    result := Map.map{String, Operation}()
    result["+"] = (a: f64, b: f64) -> f64 => a + b
    result["-"] = (a: f64, b: f64) -> f64 => a - b
    result["*"] = (a: f64, b: f64) -> f64 => a * b
    result["/"] = (a: f64, b: f64) -> f64 => a / b
    return result
end

evaluate :: (known: Pointer{Map.Map{String, Operation}}, text: String) -> (f64, Wrong)
    stack := List.list{f64}()
    defer stack.destroy()
    for word in Strings.fields(text)
        if x := Strings.parse_float(word)
            stack.append(x)
            continue
        end
        operation := known.get(word) or_else null
        if operation == null
            return 0.0, .unknown(word)
        end
        if stack.length < 2
            return 0.0, .too_few(word)
        end
        b := stack.pop()
        a := stack.pop()
        stack.append(operation(a, b))
    end
    return stack.last() or_else 0.0, ifx stack.length == 1 => Wrong.ok else => Wrong.left_over(stack.length) end
end

main :: ()
    known := operations()
    for text in Array{String, _}{"3 4 + 2 *", "1 2 ^", "1 +", "1 2 3", "1 0 /"}
        value, wrong := evaluate(&known, text)
        if wrong == .ok
            print("{} = {}\n", text, value)
        else
            print("{}: {}\n", text, wrong)
        end
    end
end
