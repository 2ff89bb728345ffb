// expect: > look
// expect: Hall: A long hall. There is a small key here. Exits: EAST DOWN
// expect: > take key
// expect: Taken.
// expect: > d
// expect: It is dark.
// expect: > open chest
// expect: It is locked.
// expect: > up
// expect: Hall: A long hall. Exits: EAST DOWN
// expect: > east
// expect: Study: Books everywhere. There is a brass lamp here. Exits: WEST
// expect: > take the lamp
// expect: Taken.
// expect: > west
// expect: Hall: A long hall. Exits: EAST DOWN
// expect: > go down
// expect: Cellar: Cold stone. There is an iron chest here. Exits: UP
// expect: > open chest
// expect: It is locked.
// expect: > take coin
// expect: There is no coin here.
// expect: > unlock chest with lamp
// expect: That does not work.
// expect: > unlock the chest with key
// expect: Click.
// expect: > open chest
// expect: Opened.
// expect: > take coin
// expect: Taken.
// expect: > take chest
// expect: The chest is too heavy.
// expect: > i
// expect: You have a brass lamp, a gold coin, a small key.
// expect: > drop lamp
// expect: Dropped.
// expect: > drop lamp
// expect: You have no lamp.
// expect: > sing
// expect: I do not understand "sing".
// expect: > go sideways
// expect: I do not understand "go sideways".
// expect: > quit
// expect: 22 moves

// A text adventure: rooms, things, a parser with synonyms, saved games.

List :: #import "List"

Direction :: enum
    NORTH
    EAST
    SOUTH
    WEST
    UP
    DOWN
end

Thing_Flags :: enum {u8} #flags
    PORTABLE
    LIT
    OPEN
    LOCKED
end

Where :: union
    nowhere
    room: Int
    carried
    inside: Int
end

Thing :: struct
    name: String
    description: String
    at: Where
    flags: Thing_Flags
end

Room :: struct
    name: String
    text: String
    exits: Array{Maybe{Int}, 6}
    is_dark: Bool
end

Command :: union
    go: Direction
    take: String
    drop: String
    open: String
    unlock: Open_With
    look
    inventory
    quit
    unknown: String
end

Open_With :: struct
    thing, tool: String
end

Game :: struct
    rooms: Slice{Room}
    things: Slice{Thing}
    here: Int
    moves: Int
    is_over: Bool
end

opposite :: (d: Direction) -> Direction
    return match d
    case .NORTH => .SOUTH
    case .SOUTH => .NORTH
    case .EAST => .WEST
    case .WEST => .EAST
    case .UP => .DOWN
    case .DOWN => .UP
    end
end

connect :: (g: *Game, a: Int, d: Direction, b: Int)
    g.rooms[a].exits[Int(d)] = b
    g.rooms[b].exits[Int(opposite(d))] = a
end

direction_of :: (word: String) -> Maybe{Direction}
    match word
    case "n", "north" => return .NORTH
    case "e", "east" => return .EAST
    case "s", "south" => return .SOUTH
    case "w", "west" => return .WEST
    case "u", "up" => return .UP
    case "d", "down" => return .DOWN
    else => return none
    end
end

parse :: (line: String) -> Command
    words: Array{String, 4}
    n := 0
    rest := line
    while rest.length > 0 && n < 4
        stop := 0
        while stop < rest.length && rest[stop] != ' '
            stop += 1
        end
        word := rest[..<stop]
        rest = ifx stop < rest.length => rest[stop + 1..] else => "" end
        if word == "" || word == "the" || word == "with"
            continue
        end
        words[n] = word
        n += 1
    end
    if n == 0 return .look; end
    if d := direction_of(words[0]) return .go(d); end
    match words[0]
    case "go", "walk"
        d := direction_of(words[1]) or_else block return .unknown(line) end
        return .go(d)
    case "take", "get" if n > 1 => return .take(words[1])
    case "drop" if n > 1 => return .drop(words[1])
    case "open" if n > 1 => return .open(words[1])
    case "unlock" if n > 2 => return .unlock({words[1], words[2]})
    case "look", "l" => return .look
    case "inventory", "i" => return .inventory
    case "quit", "q" => return .quit
    else => return .unknown(line)
    end
end

is_visible :: (g: Game, t: Thing) -> Bool
    match t.at
    case .room r => return r == g.here
    case .carried => return true
    case .inside i => return .OPEN in g.things[i].flags && is_visible(g, g.things[i])
    case .nowhere => return false
    end
end

named :: (g: *Game, name: String) -> Maybe{Pointer{Thing}}
    for &t in g.things
        if t.name == name && is_visible(g@, t)
            return &t
        end
    end
    return none
end

has_light :: (g: Game) -> Bool
    if !g.rooms[g.here].is_dark return true; end
    for t in g.things
        if .LIT in t.flags && is_visible(g, t) return true; end
    end
    return false
end

look :: (g: *Game)
    if !has_light(g@)
        print("It is dark.\n")
        return
    end
    room := &g.rooms[g.here]
    print("{}: {}", room.name, room.text)
    for t in g.things
        if t.at == .room(g.here) print(" There is {} here.", t.description); end
    end
    print(" Exits:")
    for e, i in room.exits
        if e != none print(" {}", Direction(i)); end
    end
    print("\n")
end

do :: (g: *Game, c: Command)
    g.moves += 1
    match c
    case .go d
        match g.rooms[g.here].exits[Int(d)]
        case .some r
            g.here = r
            look(g)
        case .none => print("You cannot go {} from here.\n", d)
        end
    case .take name
        t := g.named(name) or_else block
            print("There is no {} here.\n", name)
            return
        end
        if !(.PORTABLE in t.flags)
            print("The {} is too heavy.\n", name)
        else if t.at == .carried
            print("You have it.\n")
        else
            t.at = .carried
            print("Taken.\n")
        end
    case .drop name
        if t := g.named(name)
            if t.at == .carried
                t.at = .room(g.here)
                print("Dropped.\n")
                return
            end
        end
        print("You have no {}.\n", name)
    case .open name
        if t := g.named(name)
            if .LOCKED in t.flags
                print("It is locked.\n")
            else
                t.flags |= .OPEN
                print("Opened.\n")
            end
        else
            print("There is no {} here.\n", name)
        end
    case .unlock u
        match g.named(u.thing)
        case .some t if .LOCKED in t.flags && u.tool == "key"
            if tool := g.named("key")
                if tool.at == .carried
                    t.flags &= ~Thing_Flags.LOCKED
                    print("Click.\n")
                    return
                end
            end
            print("You have no key.\n")
        case _ => print("That does not work.\n")
        end
    case .inventory
        n := 0
        for t in g.things
            if t.at == .carried
                print("{}{}", ifx n == 0 => "You have " else => ", " end, t.description)
                n += 1
            end
        end
        print("{}\n", ifx n == 0 => "You have nothing." else => "." end)
    case .look => look(g)
    case .quit => g.is_over = true
    case .unknown text => print("I do not understand {:?}.\n", text)
    end
end

new_game :: () -> Game
    g: Game
    g.rooms = make_slice{Room}(3)
    g.rooms[0] = {name = "Hall", text = "A long hall."}
    g.rooms[1] = {name = "Study", text = "Books everywhere."}
    g.rooms[2] = {name = "Cellar", text = "Cold stone.", is_dark = true}
    connect(&g, 0, .EAST, 1)
    connect(&g, 0, .DOWN, 2)
    things: List.List{Thing}
    things.append({"lamp", "a brass lamp", .room(1), .PORTABLE | .LIT})
    things.append({"chest", "an iron chest", .room(2), .LOCKED})
    things.append({"coin", "a gold coin", .inside(1), .PORTABLE})
    things.append({"key", "a small key", .room(0), .PORTABLE})
    g.things = things.items()
    return g
end

play :: (script: String)
    g := new_game()
    at := 0
    for i in 0..=script.length
        if i == script.length || script[i] == '\n'
            line := script[at..<i]
            at = i + 1
            print("> {}\n", line)
            do(&g, parse(line))
            if g.is_over break; end
        end
    end
    print("{} moves\n", g.moves)
end

main :: () -> Int
    play(`look
take key
d
open chest
up
east
take the lamp
west
go down
open chest
take coin
unlock chest with lamp
unlock the chest with key
open chest
take coin
take chest
i
drop lamp
drop lamp
sing
go sideways
quit
never`)
    return 0
end
