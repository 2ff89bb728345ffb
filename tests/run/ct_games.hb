// expect: true true
// expect: [1, 32, 9, 18, 3, 34] true
// expect: 12 12

// Search and simulation at compile time: Life, eight queens, the knight's tour, a maze.

SIZE :: 12

Board :: struct
    cells: Array{Array{Bool, SIZE}, SIZE}
end

step :: (board: Board) -> Board
    next: Board
    for y in 0..<SIZE
        for x in 0..<SIZE
            count := 0
            for dy in -1..=1
                for dx in -1..=1
                    if (dx != 0 || dy != 0) && board.cells[(y + dy) %% SIZE][(x + dx) %% SIZE]
                        count += 1
                    end
                end
            end
            next.cells[y][x] = count == 3 || board.cells[y][x] && count == 2
        end
    end
    return next
end

glider :: () -> Board
    board: Board
    for place in Array{Array{Int, 2}, 5}{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}}
        board.cells[place[0]][place[1]] = true
    end
    return board
end

after :: (rounds: Int) -> Board
    board := glider()
    for _ in 0..<rounds
        board = step(board)
    end
    return board
end

LATER :: #run after(48)
#assert(LATER == glider(), "a glider comes back")

tour :: {N: Int}() -> Array{Array{Int, N}, N}
    board: Array{Array{Int, N}, N}
    x, y := 0, 0
    board[0][0] = 1
    for move in 2..=N * N
        best, best_x, best_y := 9, -1, -1
        for k in 0..<8
            nx, ny := x + DX[k], y + DY[k]
            if !is_free(board, nx, ny)
                continue
            end
            exits := 0
            for j in 0..<8
                if is_free(board, nx + DX[j], ny + DY[j])
                    exits += 1
                end
            end
            if exits < best
                best, best_x, best_y = exits, nx, ny
            end
        end
        if best_x < 0
            break
        end
        x, y = best_x, best_y
        board[y][x] = move
    end
    return board
end

DX :: Array{Int, 8}{1, 2, 2, 1, -1, -2, -2, -1}
DY :: Array{Int, 8}{-2, -1, 1, 2, 2, 1, -1, -2}

is_free :: {N: Int}(board: Array{Array{Int, N}, N}, x: Int, y: Int) -> Bool
    return x >= 0 && y >= 0 && x < N && y < N && board[y][x] == 0
end

MAZE :: `#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########`

// the length of the shortest way, by waves
shortest :: (maze: String) -> Int
    width := 10
    distance := make_slice{Int}(maze.length)
    defer delete(distance)
    queue := make_slice{Int}(maze.length)
    defer delete(queue)
    head, tail := 0, 0
    for i in 0..<maze.length
        distance[i] = -1
        if maze[i] == 'S'
            distance[i] = 0
            queue[tail] = i
            tail += 1
        end
    end
    while head < tail
        at := queue[head]
        head += 1
        if maze[at] == 'E'
            return distance[at]
        end
        for way in Array{Int, 4}{1, -1, width, -width}
            to := at + way
            if maze[to] != '#' && distance[to] < 0
                distance[to] = distance[at] + 1
                queue[tail] = to
                tail += 1
            end
        end
    end
    return -1
end

main :: ()
    print("{} {}\n", LATER == after(48), #run step(glider()) == step(glider()))
    TOUR :: #run tour{6}()
    print("{} {}\n", TOUR[0], TOUR == tour{6}())
    print("{} {}\n", #run shortest(MAZE), shortest(MAZE))
end
