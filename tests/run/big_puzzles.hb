// expect: true true true true true
// expect: 270369 2111282426 4286710137
// expect: 4 92
// expect: 534678912 672195348 198342567 |
// expect: [0, 0, 0, 0, 0, 64, 128, 224, 0, 0, 0, 0, 0, 0, 0, 0] 0000000001000000
// expect: Hello
// expect: 0 1970-01-01 4; 11016 2000-02-29 2; 20778 2026-11-21 6; -135080 1600-03-01 3; -719529 -1-12-31 5; |
// expect: true

// Sorting algorithms over closures, property checks, N queens with bit masks, sudoku, game of life, Brainf interpreter, date arithmetic.
#import "List"
Random :: #import "Random"

bubble :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    n := items.length
    while n > 1
        last := 0
        for i in 1..<n
            if less(items[i], items[i - 1])
                items[i], items[i - 1] = items[i - 1], items[i]
                last = i
            end
        end
        n = last
    end
end

quick :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    if items.length < 2
        return
    end
    pivot := items[items.length / 2]
    i, j := 0, items.length - 1
    while i <= j
        while less(items[i], pivot) i += 1 end
        while less(pivot, items[j]) j -= 1 end
        if i <= j
            items[i], items[j] = items[j], items[i]
            i += 1
            j -= 1
        end
    end
    quick(items[..=j], less)
    quick(items[i..], less)
end

merge_sorted :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    if items.length < 2
        return
    end
    half := items.length / 2
    merge_sorted(items[..<half], less)
    merge_sorted(items[half..], less)
    left := make_slice{T}(half)
    defer delete(left)
    for &x, i in left
        x = items[i]
    end
    i, j, k := 0, half, 0
    while i < half
        if j < items.length && less(items[j], left[i])
            items[k] = items[j]
            j += 1
        else
            items[k] = left[i]
            i += 1
        end
        k += 1
    end
end

radix :: (items: Slice{u32})
    buffer := make_slice{u32}(items.length)
    defer delete(buffer)
    from, to := items, buffer
    for shift in u32(0)..<4
        counts: Array{Int, 257}
        for x in from
            counts[(x >> (8 * shift) & 0xff) + 1] += 1
        end
        for i in 1..<257
            counts[i] += counts[i - 1]
        end
        for x in from
            place := &counts[x >> (8 * shift) & 0xff]
            to[place@] = x
            place@ += 1
        end
        from, to = to, from
    end
end

is_sorted :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool) -> Bool
    for i in 1..<items.length
        if less(items[i], items[i - 1])
            return false
        end
    end
    return true
end

queens :: (n: u32, columns: u32 = 0, left: u32 = 0, right: u32 = 0) -> Int
    all: u32 = (1 << n) - 1
    if columns == all
        return 1
    end
    count := 0
    free_ := all & ~(columns | left | right)
    while free_ != 0
        bit := free_ & -free_
        free_ ^= bit
        count += queens(n, columns | bit, (left | bit) << 1, (right | bit) >> 1)
    end
    return count
end

Sudoku :: struct
    cells: Array{u8, 81}
    rows, columns, boxes: Array{u16, 9}
    steps: Int
end

set :: (s: Pointer{Sudoku}, at: Int, digit: u8) -> Bool
    bit: u16 = 1 << digit
    r, c := at / 9, at % 9
    b := r / 3 * 3 + c / 3
    if (s.rows[r] | s.columns[c] | s.boxes[b]) & bit != 0
        return false
    end
    s.cells[at] = digit
    s.rows[r] |= bit
    s.columns[c] |= bit
    s.boxes[b] |= bit
    return true
end

solve :: (s: Sudoku, from: Int = 0) -> (Sudoku, Bool)
    at := from
    while at < 81 && s.cells[at] != 0
        at += 1
    end
    if at == 81
        return s, true
    end
    for digit in u8(1)..=9
        trial := s
        if trial.set(at, digit)
            solved := solve(trial, at + 1) or_continue
            return solved, true
        end
    end
    return s, false
end

life :: (grid: Array{u16, 16}) -> Array{u16, 16}
    result: Array{u16, 16}
    for y in 0..<16
        for x in 0..<16
            n := 0
            for dy in -1..=1
                for dx in -1..=1
                    if dx != 0 || dy != 0
                        n += Int(grid[(y + dy) & 15] >> u16((x + dx) & 15) & 1)
                    end
                end
            end
            alive := grid[y] >> u16(x) & 1 == 1
            if n == 3 || n == 2 && alive
                result[y] |= 1 << u16(x)
            end
        end
    end
    return result
end

bf :: (program: String) -> String
    tape: Array{u8, 100}
    out: List{u8}
    at, pc := 0, 0
    while pc < program.length
        match program[pc]
        case '>' => at += 1
        case '<' => at -= 1
        case '+' => tape[at] += 1
        case '-' => tape[at] -= 1
        case '.' => out.append(tape[at])
        case '[', ']'
            forward := program[pc] == '['
            if (tape[at] == 0) == forward
                depth := 0
                while true
                    if program[pc] == '['
                        depth += 1
                    else if program[pc] == ']'
                        depth -= 1
                    end
                    if depth == 0 break; end
                    pc += ifx forward => 1 else => -1 end
                end
            end
        else
        end
        pc += 1
    end
    return String{out.items().data, out.length}
end

// days since 1970-01-01 of a date of the Gregorian calendar, and back
days_of :: (year: Int, month: Int, day: Int) -> Int
    y := ifx month <= 2 => year - 1 else => year end
    era := (y - (y %% 400)) / 400
    of_era := y - era * 400
    of_year := (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468
end

date_of :: (days: Int) -> (year: Int, month: Int, day: Int)
    z := days + 719468
    era := (z - (z %% 146097)) / 146097
    doe := z - era * 146097
    yoe := (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365
    doy := doe - (365 * yoe + yoe / 4 - yoe / 100)
    mp := (5 * doy + 2) / 153
    month := ifx mp < 10 => mp + 3 else => mp - 9 end
    return yoe + era * 400 + ifx month <= 2 => 1 else => 0 end, month, doy - (153 * mp + 2) / 5 + 1
end

main :: ()
    state: u32 = 1
    numbers: Array{u32, 500}
    for &x in numbers
        state ^= state << 13
        state ^= state >> 17
        state ^= state << 5
        x = state
    end
    a, b, c, d := numbers, numbers, numbers, numbers
    compared := 0
    less := [&compared] (x: u32, y: u32) -> Bool
        compared += 1
        return x < y
    end
    bubble(a[..], less)
    first := compared
    quick(b[..], less)
    merge_sorted(c[..], (x: u32, y: u32) -> Bool => x < y)
    radix(d[..])
    print("{} {} {} {} {}\n", a == b, b == c, c == d, is_sorted(a[..], less), compared < first * 2)
    print("{} {} {}\n", a[0], a[250], a[499])
    print("{} {}\n", queens(6), queens(8))
    puzzle := "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
    s: Sudoku
    for i in 0..<81
        if puzzle[i] != '.'
            assert(s.set(i, puzzle[i] - '0'))
        end
    end
    if solved := solve(s)
        for row in 0..<3
            for digit in solved.cells[row * 9..<row * 9 + 9]
                print("{}", digit)
            end
            print(" ")
        end
        print("|\n")
    end
    grid: Array{u16, 16}
    grid[0], grid[1], grid[2] = 0b010, 0b100, 0b111
    for _ in 0..<20
        grid = life(grid)
    end
    print("{} {:016b}\n", grid, grid[5])
    print("{}\n", bf("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++."))
    for date in Array{Array{Int, 3}, _}{{1970, 1, 1}, {2000, 2, 29}, {2026, 11, 21}, {1600, 3, 1}, {-1, 12, 31}}
        n := days_of(date[0], date[1], date[2])
        y, m, day := date_of(n)
        print("{} {}-{:02}-{:02} {}; ", n, y, m, day, (n + 4) %% 7)
    end
    print("|\n")
    r := Random.random(7)
    x := r.below(10)
    print("{}\n", x >= 0 && x < 10)
end
