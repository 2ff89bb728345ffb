// eval: no, the interpreter reads no files
// expect: 6249 texts, all the same
// expect: large: 3 tables, all the same
// expect: ["a"] ["b", "c"] at once
// expect: cannot read "/": is a directory
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 3 cannot read "half.csv": the file is not open for this
// expect: ["1", "2"] 1 false line 2 cannot read "half.csv": the file is not open for this
// expect: false cannot read "half.csv": the file is not open for this
// expect: 50000 rows, at most 256 KiB: true, left: 0
// expect: one long row: 300001 bytes, left: 0

// Tables of files, read through a window: the same rows and the same errors as from a text, however small the pieces are in which a file gives them.

Counting :: #import "Counting"
Csv :: #import "Csv"
Fs :: #import "Fs"
Io :: #import "Io"
Process :: #import "Process"
Strings :: #import "Strings"

MARK :: "\u{feff}"

// Rows, what is wrong, and the line reached.
show :: (out: Pointer{Strings.Builder}, rows: Pointer{Csv.Reader})
    to := out.writer()
    for row in rows
        print_to(&to, "{:?}", row)
    end
    _, again := rows.next()
    print_to(&to, " {} {} {}", rows.error, rows.line, again)
end

// A reader whose reads give at most so many bytes.
small_steps :: (file: Int, step: Int) -> Io.Reader
    reader := Io.reader_of(file, "the pipe")
    reader.data = make_slice{u8}(step).data
    reader.capacity = step
    return reader
end

from_text, from_file: Strings.Builder

compare :: (text: String, step: Int, separator: u8 = ',')
    from_text.clear()
    from_file.clear()
    rows := Csv.reader(text, separator)
    show(&from_text, &rows)
    rows.destroy()
    from, to, error := Process.pipe()
    assert(error == .ok)
    writer := Io.writer_of(to)
    writer.write(text)
    assert(writer.close() == .ok)
    file := small_steps(from, step)
    rows = Csv.reader(&file, separator)
    show(&from_file, &rows)
    rows.destroy()
    file.close()
    if from_text.text() != from_file.text()
        print("{:?} by {}:\n    {}\n    {}\n", text, step, from_text, from_file)
    end
end

// All texts of these five bytes up to a length, behind nothing and behind all beginnings of a byte-order mark.
small_texts :: () -> Int
    alphabet := "a,\"\n\r"
    text := Strings.builder()
    defer text.destroy()
    count := 0
    for length in 0..=5
        texts := 1
        for _ in 0..<length
            texts *= alphabet.length
        end
        for mark in 0..=(ifx length < 5 => 3 else => 0 end)
            for number in 0..<texts
                text.clear()
                text.append(MARK[..<mark])
                rest := number
                for _ in 0..<length
                    text.append(alphabet[rest % alphabet.length])
                    rest /= alphabet.length
                end
                compare(text.text(), 1 + count % 7, ifx count % 3 == 0 => 'a' else => ',' end)
                compare(text.text(), 1)
                count += 1
            end
        end
    end
    return count
end

// Rows with all that there is, so that each of it lies at the end of the window somewhere.
fill_table :: (out: Pointer{Strings.Builder}, rows: Int, seed: Int)
    random := seed
    for i in 0..<rows
        for j in 0..<1 + i % 4
            if j > 0
                out.append(',')
            end
            random = (random * 1103515245 + 12345) & 0x7fff_ffff
            size := ifx random % 1009 == 0 => 70_000 else => (random >> 8) % 40 end
            if (random >> 16) % 2 == 0
                out.append('"')
                for k in 0..<size
                    out.append(ifx k % 5 == 0 => "\"\"" else => ifx k % 7 == 0 => "\r\n" else => "é" end end)
                end
                out.append('"')
            else
                for k in 0..<size
                    out.append(u8('a' + k % 26))
                end
            end
        end
        out.append(ifx i % 3 == 0 => "\r\n" else => "\n" end)
        if i % 11 == 0
            out.append("\n\r\n")
        end
    end
end

large_texts :: (path: String)
    text := Strings.builder()
    defer text.destroy()
    for ending, i in Array{String, 3}{"", "last,row", "a,\"open"}
        text.clear()
        fill_table(&text, 3000, i + 1)
        text.append(ending)
        assert(Fs.write_text(path, text.text()) == .ok)
        file, _ := Io.open_reader(path)
        defer file.close()
        rows, expected := Csv.reader(&file), Csv.reader(text.text())
        defer rows.destroy()
        defer expected.destroy()
        number := 0
        while true
            row, is_row := rows.next()
            other, is_other := expected.next()
            same := is_row == is_other && row.length == other.length && rows.line == expected.line
            for j in 0..<min(row.length, other.length)
                same = same && row[j] == other[j]
            end
            if !same
                print("table {}, row {}: line {}, not {}\n", i, number, rows.line, expected.line)
                break
            end
            if !is_row
                break
            end
            number += 1
        end
        assert(rows.error == expected.error && number > 2900)
    end
    print("large: 3 tables, all the same\n")
end

// A row is there when its end is, with more to come.
at_once :: ()
    from, to, _ := Process.pipe()
    file, writer := Io.reader_of(from), Io.writer_of(to)
    defer file.close()
    rows := Csv.reader(&file)
    defer rows.destroy()
    writer.write("a\n")
    _ = writer.flush()
    print("{:?} ", rows.next() or_else {})
    writer.write("b,\"c\"\n")
    _ = writer.flush()
    print("{:?} at once\n", rows.next() or_else {})
    _ = writer.close()
end

// A file that gives these bytes and cannot be read any further.
broken_file :: (text: String, file: Int) -> Io.Reader
    reader := small_steps(file, text.length)
    memory_copy(reader.data, text.data, text.length)
    reader.end_ = text.length
    reader.path = "half.csv"
    return reader
end

failures :: ()
    folder, _ := Io.open_reader("/")
    rows := Csv.reader(&folder)
    for _ in rows
        print("a row\n")
    end
    print("{}\n", rows.error)
    rows.destroy()
    folder.close()
    from, to, _ := Process.pipe()
    // the row that a failure cuts off is none, even where it could be one
    for text in Array{String, 9}{"1,2\n", "1,2\n3", "1,2\n3,\"", "1,2\n\"3\"", "1,2\n\"3\"\r", "1,2\n3,", "1,2\n3\r", "1,2\n\n", "\u{feff}1,2\n3"}
        file := broken_file(text, to)
        rows = Csv.reader(&file)
        count := 0
        for row in rows
            count += 1
            print("{:?} ", row)
        end
        _, again := rows.next()
        print("{} {} line {} {}\n", count, again, rows.line, rows.error)
        rows.destroy()
        file.file = -1
        file.close()
    end
    file := broken_file(MARK[..<2], to)
    rows = Csv.reader(&file)
    _, is_row := rows.next()
    print("{} {}\n", is_row, rows.error)
    rows.destroy()
    file.file = -1
    file.close()
    Fs.close(from)
    Fs.close(to)
end

// Memory is for a window and a row, whatever the file's size.
memory :: (path: String)
    writer, _ := Io.create(path)
    out := writer.writer()
    for i in 0..<50_000
        print_to(&out, "{},\"row \"\"{}\"\"\",and some text that makes the file larger\n", i, i)
    end
    assert(writer.close() == .ok)
    counter := Counting.create()
    with context{allocator = Counting.allocate, allocator_data = &counter}
        file, _ := Io.open_reader(path)
        rows := Csv.reader(&file)
        count, sum := 0, 0
        for row in rows
            count += 1
            sum += Strings.parse_int(row[0]) or_else 0
        end
        assert(rows.error == .ok && sum == 50_000 * 49_999 / 2)
        rows.destroy()
        file.close()
        print("{} rows, at most 256 KiB: {}, left: {}\n", count, counter.peak <= 256 * 1024, counter.in_use)
    end
    // a row that does not fit into the first window, nor into the second one
    text := Strings.repeat("x", 300_000)
    writer, _ = Io.create(path)
    writer.write("a,b\n\"")
    writer.write(text)
    writer.write("\n\",last")
    assert(writer.close() == .ok)
    delete(text)
    counter = Counting.create()
    with context{allocator = Counting.allocate, allocator_data = &counter}
        file, _ := Io.open_reader(path)
        rows := Csv.reader(&file)
        rows.next()
        row, _ := rows.next()
        assert(row.length == 2 && row[1] == "last" && rows.line == 3)
        length := row[0].length
        rows.destroy()
        file.close()
        print("one long row: {} bytes, left: {}\n", length, counter.in_use)
    end
end

main :: ()
    path := format("/tmp/hubbub-csv-file-{}.csv", Process.id())
    print("{} texts, all the same\n", small_texts())
    large_texts(path)
    at_once()
    failures()
    memory(path)
    _ = Fs.remove_file(path)
end
