//! Solves sudokus by trying, the cell with the fewest candidates first. Candidates are sets of bits.

Sudoku :: struct
    cells: Array{u8, 81}              // 0 is open
    rows, columns, boxes: Array{u16, 9}
    tried: Int
end

box_of :: (cell: Int) -> Int => cell / 27 * 3 + cell % 9 / 3

/// Bits 1 to 9: what may still stand in the cell.
candidates :: (s: Pointer{Sudoku}, cell: Int) -> u16
    used := s.rows[cell / 9] | s.columns[cell % 9] | s.boxes[box_of(cell)]
    return ~used & 0b11_1111_1110
end

set :: (s: Pointer{Sudoku}, cell: Int, digit: u8)
    s.cells[cell] = digit
    toggle(s, cell, digit)
end

toggle :: (s: Pointer{Sudoku}, cell: Int, digit: u8)
    bit: u16 = 1 << digit
    s.rows[cell / 9] ^= bit
    s.columns[cell % 9] ^= bit
    s.boxes[box_of(cell)] ^= bit
end

count_bits :: (bits: u16) -> Int
    count, rest := 0, bits
    while rest != 0
        rest &= rest - 1
        count += 1
    end
    return count
end

parse :: (text: String) -> Maybe{Sudoku}
    s: Sudoku
    cell := 0
    for c in text
        match c
        case '1'..='9'
            digit := u8(u32(c) - '0')
            if cell == 81 || candidates(&s, cell) & (1 << digit) == 0
                return none
            end
            set(&s, cell, digit)
            cell += 1
        case '.', '0'
            cell += 1
        else
            continue
        end
    end
    return ifx cell == 81 => some(s) else => none end
end

solve :: (s: Pointer{Sudoku}) -> Bool
    best, fewest := -1, 10
    for digit, cell in s.cells
        if digit == 0
            n := count_bits(candidates(s, cell))
            if n < fewest
                best, fewest = cell, n
            end
        end
    end
    if best < 0
        return true
    end
    open := candidates(s, best)
    for digit in u8(1)..=9
        if open & (1 << digit) != 0
            s.tried += 1
            set(s, best, digit)
            if solve(s)
                return true
            end
            toggle(s, best, digit)
            s.cells[best] = 0
        end
    end
    return false
end

show :: (s: Sudoku)
    for digit, cell in s.cells
        if cell > 0 && cell % 27 == 0
            print("------+-------+------\n")
        end
        separator := match cell % 9
        case 8 => "\n"
        case 2, 5 => " | "
        else => " "
        end
        print("{}{}", digit, separator)
    end
end

EASY :: `
53..7.... 6..195... .98....6.
8...6...3 4..8.3..1 7...2...6
.6....28. ...419..5 ....8..79`

HARD :: "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4.."

main :: () -> Int
    for text in Array{String, _}{EASY, HARD, "11"}
        s := parse(text) or_else block
            print("not a sudoku: {:?}\n", text)
            continue
        end
        if solve(&s)
            show(s)
            print("{} digits tried\n\n", s.tried)
        else
            print("no solution\n")
        end
    end
    return 0
end
