// expect: 2.5 1.5 2
// expect: 5 9
// expect: [0, 13, 0]
// expect: container first second value 7
// expect: 3 12

// Indices of `[]` and `[]=` know their types under `op=` too: `{…}`, `.m` and literals; each is evaluated once, from left to right.

#import "Map"

Cell :: struct
    row, column: i32
end

hash :: (c: Cell) -> u64 => u64(c.row) * 31 + u64(c.column)

Color :: enum
    RED
    GREEN
    BLUE
end

Paint :: struct
    amounts: Array{Int, 3}
end

[] :: #operator (p: Paint, color: Color) -> Int => p.amounts[Int(color)]
[]= :: #operator (p: Pointer{Paint}, color: Color, amount: Int)
    p.amounts[Int(color)] = amount
end

Grid :: struct
    cells: Array{Int, 9}
end

[] :: #operator (g: Grid, row: u8, column: u8) -> Int => g.cells[row * 3 + column]
[]= :: #operator (g: Pointer{Grid}, row: u8, column: u8, x: Int)
    g.cells[row * 3 + column] = x
end

said :: (what: String, n: u8) -> u8
    print("{} ", what)
    return n
end

grid: Grid

the_grid :: () -> Pointer{Grid}
    print("container ")
    return &grid
end

main :: ()
    m: Map{Cell, Float}
    defer m.destroy()
    m[{3, 4}] = 1.5
    m[{3, 4}] += 1
    m[{row = 3, column = 5}] = 3
    m[{3, 5}] /= 2
    print("{} {} {}\n", m[{3, 4}], m[{3, 5}], m.length)
    bytes: Map{u8, Int}
    defer bytes.destroy()
    bytes[7] = 2
    bytes[7] += 3
    bytes['a'] = 10
    bytes['a'] -= 1
    print("{} {}\n", bytes[7], bytes[97])
    p: Paint
    p[.GREEN] = 3
    p[.GREEN] += 10
    print("{}\n", p.amounts)
    the_grid()@[said("first", 1), said("second", 2)] += Int(said("value", 7))
    print("{}\n", grid[1, 2])
    grid[0, 1] = 3
    grid[0, 2] = 4
    grid[0, 2] *= grid[0, 1]
    print("{} {}\n", grid[0, 1], grid[0, 2])
end
