// expect: 12 steps, first Field{x = 2, y = 1}, last some(Field{x = 7, y = 3})

// the shortest way out of a maze: a queue of fields, a map from each to where one came from

Deque :: #import "Deque"
List :: #import "List"
Map :: #import "Map"
Strings :: #import "Strings"

Field :: struct
    x, y: Int
end

MAZE :: `#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########`

main :: ()
    lines := Strings.line_list(MAZE)
    start: Field
    for line, y in lines
        at := Strings.find(line, "S")
        if at >= 0
            start = Field{at, y}
        end
    end
    came_from := Map.map{Field, Field}()
    queue := Deque.deque{Field}()
    queue.push_back(start)
    came_from[start] = start
    goal: Field
    while here := queue.pop_front()
        if lines[here.y][here.x] == 'E'
            goal = here
            break
        end
        for step in Array{Field, _}{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}
            next := Field{here.x + step.x, here.y + step.y}
            if lines[next.y][next.x] != '#' && !(next in came_from)
                came_from[next] = here
                queue.push_back(next)
            end
        end
    end
    way := List.list{Field}()
    at := goal
    while at != start
        way.append(at)
        at = came_from[at]
    end
    way.reverse_items()
    print("{} steps, first {}, last {}\n", way.length, way[0], way.last())
end
