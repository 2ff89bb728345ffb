//! Conway's game of life on a torus: `life [generations]`.

WIDTH :: 32
HEIGHT :: 12

Grid :: struct
    cells: Array{Bool, WIDTH * HEIGHT}
end

&[] :: #operator (g: Pointer{Grid}, x: Int, y: Int) -> Pointer{Bool}
    return &g.cells[(y %% HEIGHT) * WIDTH + x %% WIDTH]
end

/// Places a pattern of `#` and other characters, its upper left corner at `left`, `top`.
place :: (grid: Pointer{Grid}, pattern: String, left: Int, top: Int)
    x, y := left, top
    for c in pattern
        match c
        case '\n'
            x = left
            y += 1
        case '#'
            grid[x, y] = true
            x += 1
        else
            x += 1
        end
    end
end

neighbours :: (grid: Pointer{Grid}, x: Int, y: Int) -> Int
    count := 0
    for dy in -1..=1
        for dx in -1..=1
            if (dx != 0 || dy != 0) && grid[x + dx, y + dy]
                count += 1
            end
        end
    end
    return count
end

next :: (grid: Grid) -> Grid
    old := grid
    fresh: Grid
    for y in 0..<HEIGHT
        for x in 0..<WIDTH
            n := neighbours(&old, x, y)
            fresh[x, y] = n == 3 || n == 2 && old[x, y]
        end
    end
    return fresh
end

population :: (grid: Grid) -> Int
    count := 0
    for cell in grid.cells
        count += Int(cell)
    end
    return count
end

show :: (grid: Grid)
    for y in 0..<HEIGHT
        for x in 0..<WIDTH
            print("{}", ifx grid.cells[y * WIDTH + x] => "#" else => "." end)
        end
        print("\n")
    end
end

GLIDER :: `
.#.
..#
###`

main :: () -> Int
    grid: Grid
    place(&grid, GLIDER, 0, 0)
    place(&grid, "###", 12, 5)                              // a blinker
    place(&grid, "##\n##", 20, 2)                           // a block
    place(&grid, "#######", 22, 8)
    for generation in 0..=40
        if generation % 20 == 0
            print("generation {}, {} cells\n", generation, population(grid))
            show(grid)
        end
        grid = next(grid)
    end
    return 0
end
