// expect: city: no numbers, 4 other
// expect: people, in thousands: 3 numbers, 0 missing, 1 wrong; 351.0 to 8436.0, mean 3307.00, deviation 3640.81
// expect: area: 3 numbers, 1 missing, 0 wrong; 1.0 to 3359.8, mean 1548.57, deviation 1383.84
// expect: "a;b";"c""d";"";"two
// expect: lines"
// expect: ["a;b", "c\"d", "", "two\nlines"]

// Statistics over the columns of a table.

#import "List"
Csv :: #import "Csv"
Math :: #import "Math"
Sort :: #import "Sort"
Strings :: #import "Strings"

TABLE :: "\u{feff}city,\"people, in thousands\",area\n\"Hà Nội\",8436,3359.8\nHuế,351,\n\"Đà Nẵng\n(centre)\",1134,1284.9\nbad,x,1\n"

Column :: struct
    name: String
    values: List{f64}
    missing, wrong: Int
end

add :: (column: Pointer{Column}, text: String)
    if text.length == 0
        column.missing += 1
    else if x := Strings.parse_float(text)
        column.values.append(x)
    else
        column.wrong += 1
    end
end

show :: (column: Pointer{Column})
    values := column.values.items()
    if values.length == 0
        print("{}: no numbers, {} other\n", column.name, column.wrong)
        return
    end
    Sort.sort(values)
    sum, squares := 0.0, 0.0
    for x in values
        sum += x
        squares += x * x
    end
    n := f64(values.length)
    mean := sum / n
    print("{}: {} numbers, {} missing, {} wrong; {} to {}, mean {:.2}, deviation {:.2}\n", column.name, values.length, column.missing, column.wrong,
          values[0], values[values.length - 1], mean, Math.sqrt(max(squares / n - mean * mean, 0.0)))
end

main :: () -> Int
    reader := Csv.reader(TABLE)
    defer reader.destroy()
    columns := list{Column}()
    if names := reader.next()
        for name in names
            columns.append(Column{name = Strings.copy(name)})
        end
    end
    while row := reader.next()
        for text, i in row
            if i < columns.length
                add(&columns[i], text)
            end
        end
    end
    if reader.error != .ok
        print("{}\n", reader.error)
        return 1
    end
    for &column in columns
        show(&column)
    end
    out := Strings.builder()
    Csv.write_row(&out, {"a;b", "c\"d", "", "two\nlines"}, ';')
    print("{}", out.text())
    back := Csv.reader(out.text(), ';')
    while row := back.next()
        print("{:?}\n", row)
    end
    back.destroy()
    out.destroy()
    return 0
end
