//! The parser of a text adventure, and a house small enough to show it. Commands are understood with synonyms, articles,
//! abbreviations and two objects: "put the old lamp in the chest".

#import "Strings"
#import "List"

Direction :: enum
    NORTH
    SOUTH
    EAST
    WEST
end

Verb :: enum
    GO
    LOOK
    TAKE
    DROP
    PUT
    OPEN
    INVENTORY
    QUIT
end

Command :: union
    go: Direction
    look
    take: Thing
    drop: Thing
    put: Putting
    open: Thing
    inventory
    quit
end

Putting :: struct
    what, into: Thing
end

Misunderstanding :: enum #error
    NONE
    EMPTY
    UNKNOWN_VERB
    WHAT
    WHERE
    UNKNOWN_THING
    TOO_MUCH
end

Thing :: enum
    LAMP
    KEY
    CHEST
    LETTER
end

Place :: enum {u8}
    NOWHERE
    HALL
    CELLAR
    GARDEN
    PLAYER
    IN_CHEST
end

// ---- Words

Synonym :: struct {T}
    word: String
    meaning: T
end

VERBS :: Array{Synonym{Verb}, _}{
    {"go", .GO}, {"walk", .GO}, {"run", .GO},
    {"look", .LOOK}, {"l", .LOOK},
    {"take", .TAKE}, {"get", .TAKE}, {"grab", .TAKE},
    {"drop", .DROP}, {"put", .PUT}, {"open", .OPEN}, {"unlock", .OPEN},
    {"inventory", .INVENTORY}, {"i", .INVENTORY},
    {"quit", .QUIT}, {"q", .QUIT},
}

DIRECTIONS :: Array{Synonym{Direction}, _}{
    {"north", .NORTH}, {"n", .NORTH}, {"south", .SOUTH}, {"s", .SOUTH},
    {"east", .EAST}, {"e", .EAST}, {"west", .WEST}, {"w", .WEST},
}

THINGS :: Array{Synonym{Thing}, _}{
    {"lamp", .LAMP}, {"lantern", .LAMP}, {"key", .KEY}, {"chest", .CHEST}, {"box", .CHEST}, {"letter", .LETTER},
}

meaning :: {T}(word: String, words: Slice{Synonym{T}}) -> Maybe{T}
    for known in words
        if known.word == word
            return known.meaning
        end
    end
    return none
end

is_noise :: (word: String) -> Bool
    match word
    case "the", "a", "an", "to", "at", "old", "please" => return true
    else => return false
    end
end

/// The words of a line, small, without what means nothing.
words_of :: (line: String) -> List{String}
    words := list{String}()
    rest := to_lower(trim(line))
    while rest.length > 0
        last := find_byte(rest, ' ')
        word := ifx last < 0 => rest else => rest[..<last] end
        rest = trim(rest[word.length..])
        if !is_noise(word)
            words.append(word)
        end
    end
    return words
end

// ---- Commands

parse :: (line: String) -> (Command, Misunderstanding)
    words := words_of(line)
    if words.length == 0
        return .look, .EMPTY
    end
    if direction := meaning(words[0], DIRECTIONS)
        return .go(direction), .NONE
    end
    verb := meaning(words[0], VERBS) or_else block
        return .look, .UNKNOWN_VERB
    end
    rest := words.items()[1..]
    match verb
    case .GO
        if rest.length == 0
            return .look, .WHERE
        end
        direction := meaning(rest[0], DIRECTIONS) or_else block return .look, .WHERE; end
        return .go(direction), .NONE
    case .TAKE => return .take(only_thing(rest) or_return), .NONE
    case .DROP => return .drop(only_thing(rest) or_return), .NONE
    case .OPEN => return .open(only_thing(rest) or_return), .NONE
    case .PUT
        for word, i in rest
            if word == "in" || word == "into"
                what := only_thing(rest[..<i]) or_return
                into := only_thing(rest[i + 1..]) or_return
                return .put({what, into}), .NONE
            end
        end
        return .look, .WHERE
    case .LOOK, .INVENTORY, .QUIT
        if rest.length > 0
            return .look, .TOO_MUCH
        end
        return match verb case .LOOK => .look case .QUIT => .quit else => .inventory end, .NONE
    end
end

only_thing :: (words: Slice{String}) -> (Thing, Misunderstanding)
    if words.length == 0
        return .LAMP, .WHAT
    end
    if thing := meaning(words[0], THINGS)
        return thing, ifx words.length > 1 => .TOO_MUCH else => .NONE end
    end
    return .LAMP, .UNKNOWN_THING
end

// ---- The world

World :: struct
    player: Place = .HALL
    things: Array{Place, 4} = {.CELLAR, .GARDEN, .HALL, .IN_CHEST}
    is_open: Bool
    is_over: Bool
end

exit :: (from: Place, direction: Direction) -> Maybe{Place}
    match from
    case .HALL
        match direction
        case .SOUTH => return .CELLAR
        case .NORTH => return .GARDEN
        else => return none
        end
    case .CELLAR => return ifx direction == .NORTH => some(Place.HALL) else => none end
    case .GARDEN => return ifx direction == .SOUTH => some(Place.HALL) else => none end
    else => return none
    end
end

place_of :: (world: Pointer{World}, thing: Thing) -> Pointer{Place} => &world.things[Int(thing)]
has :: (world: Pointer{World}, thing: Thing) -> Bool => place_of(world, thing)@ == .PLAYER

sees :: (world: Pointer{World}, thing: Thing) -> Bool
    place := place_of(world, thing)@
    return place == .PLAYER || place == world.player || place == .IN_CHEST && world.is_open && world.player == .HALL
end

list_things :: (world: Pointer{World}, title: String, place: Place)
    count := 0
    for thing_place, number in world.things
        if thing_place == place
            print("{} {}", ifx count == 0 => title else => "," end, enum_name(Thing(number)))
            count += 1
        end
    end
    print("{}", ifx count > 0 => ".\n" else => "" end)
end

obey :: (world: Pointer{World}, command: Command) -> String
    match command
    case .quit
        world.is_over = true
        return "Goodbye."
    case .look
        list_things(world, "You see", world.player)
        return format("You are in the {}.", to_lower(enum_name(world.player)))
    case .inventory
        list_things(world, "You carry", .PLAYER)
        return "That is all."
    case .go direction
        world.player = exit(world.player, direction) or_else block return "A wall."; end
        return format("You go {}.", to_lower(enum_name(direction)))
    case .take thing if thing == .CHEST => return "Too heavy."
    case .take thing
        if !sees(world, thing)
            return "It is not here."
        end
        place_of(world, thing)@ = .PLAYER
        return "Taken."
    case .drop thing
        if !has(world, thing)
            return "You do not have that."
        end
        place_of(world, thing)@ = world.player
        return "Dropped."
    case .open thing
        if thing != .CHEST || !sees(world, .CHEST)
            return "That cannot be opened."
        end
        world.is_open = has(world, .KEY)
        return ifx world.is_open => "It opens. A letter!" else => "It is locked." end
    case .put p
        if p.into != .CHEST || !world.is_open || !has(world, p.what)
            return "That does not work."
        end
        place_of(world, p.what)@ = .IN_CHEST
        return format("The {} is in the {}.", to_lower(enum_name(p.what)), to_lower(enum_name(p.into)))
    end
end

explain :: (what: Misunderstanding) -> String
    return match what
    case .NONE          => unreachable()
    case .EMPTY         => "Say something."
    case .UNKNOWN_VERB  => "I do not know how to do that."
    case .WHAT          => "What?"
    case .WHERE         => "Where?"
    case .UNKNOWN_THING => "I know no such thing."
    case .TOO_MUCH      => "I understood only a part of that."
    end
end

main :: () -> Int
    world: World
    script := Array{String, _}{
        "look", "open chest", "NORTH", "get the key", "s", "unlock the old chest", "take letter", "go south", "grab lantern",
        "walk n", "put the lamp into the box", "put letter", "take", "eat letter", "take sword", "", "dance", "look now",
        "take chest", "drop key", "drop key", "i", "go up", "west", "quit", "look",
    }
    for line in script
        print("> {}\n", line)
        if command := parse(line)
            print("{}\n", obey(&world, command))
        else
            _, misunderstanding := parse(line)
            print("{}\n", explain(misunderstanding))
        end
        if world.is_over
            break
        end
    end
    return 0
end
