// expect: 0: 3.5 of [1.0, 2.5]
// expect: 1: -296.0 of [-300.0, 4.0]
// expect: 2: 0.0 of []
// expect: 3 wrong

// a table of numbers from text and back, with what is wrong in it

List :: #import "List"
Strings :: #import "Strings"

Row :: struct
    numbers: List.List{f64}
end

parse :: (text: String) -> (List.List{Row}, Int)
    rows := List.list{Row}()
    wrong := 0
    for line in Strings.lines(text)
        row := Row{List.list{f64}()}
        for field in Strings.split(line, ";")
            if x := Strings.parse_float(Strings.trim(field))
                row.numbers.append(x)
            else
                wrong += 1
            end
        end
        rows.append(row)
    end
    return rows, wrong
end

main :: ()
    rows, wrong := parse("1; 2.5; x\n-3e2;4\n;0x10")
    for row, i in rows
        sum := 0.0
        for x in row.numbers.items()
            sum += x
        end
        print("{}: {} of {}\n", i, sum, row.numbers)
    end
    print("{} wrong\n", wrong)
end
