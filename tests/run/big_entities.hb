// expect: step 0: 5 alive, enemy at 9.5
// expect: spawned 0.1 PLAYER
// expect: spawned 1.1 ENEMY
// expect: spawned 2.1 BULLET
// expect: spawned 3.1 BULLET
// expect: spawned 4.1 BULLET
// expect: step 1: 5 alive, enemy at 9.0
// expect: step 2: 4 alive, enemy at 8.5
// expect: hit 1 for 40, 20 left
// expect: step 3: 3 alive, enemy at 8.0
// expect: hit 1 for 40, -20 left
// expect: died 1
// expect: step 4: 2 alive, enemy at 8.0
// expect: step 5: 2 alive, enemy at 8.0
// expect: step 6: 2 alive, enemy at 8.0
// expect: step 7: 2 alive, enemy at 8.0
// expect: true false [100, -20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
// expect: Id{index = 1, generation = 2} false true
// expect: Entity{kind = PLAYER, parts = POSITION | HEALTH, generation = 1, position = Vec2{x = 0.0, y = 0.0}, velocity = Vec2{x = 0.0, y = 0.0}, health = 100} 24

// A little entity component system: Soa storage, generations, systems as closures, event queue with a union.
Vec2 :: struct
    x, y: f32
end

+ :: #operator (a: Vec2, b: Vec2) -> Vec2 => {a.x + b.x, a.y + b.y}
* :: #operator (a: Vec2, k: f32) -> Vec2 => {a.x * k, a.y * k}

Kind :: enum {u8}
    NONE
    PLAYER
    ENEMY
    BULLET
end

Parts :: enum {u8} #flags
    POSITION
    VELOCITY
    HEALTH
end

Entity :: struct
    kind: Kind
    parts: Parts
    generation: u16
    position: Vec2
    velocity: Vec2
    health: i32
end

MAX :: 16

Id :: struct
    index: u16
    generation: u16
end

Event :: union
    spawned: Id
    hit: Hit
    died: Id
end

Hit :: struct
    target: Id
    damage: i32
end

World :: struct
    entities: Soa{Entity, MAX}
    events: Array{Event, 64}
    event_count: Int
    alive: Int
end

emit :: (w: Pointer{World}, e: Event)
    w.events[w.event_count] = e
    w.event_count += 1
end

spawn :: (w: Pointer{World}, e: Entity) -> Maybe{Id}
    for i in 0..<MAX
        if w.entities[i].kind == .NONE
            generation := w.entities[i].generation + 1
            w.entities[i] = e{generation = generation}
            w.alive += 1
            id := Id{u16(i), generation}
            w.emit(.spawned(id))
            return id
        end
    end
    return none
end

is_valid :: (w: Pointer{World}, id: Id) -> Bool
    return w.entities[id.index].kind != .NONE && w.entities[id.index].generation == id.generation
end

each :: (w: Pointer{World}, parts: Parts, visit: #closure (index: Int))
    for i in 0..<MAX
        if w.entities[i].kind != .NONE && parts in w.entities[i].parts
            visit(i)
        end
    end
end

move_all :: (w: Pointer{World}, seconds: f32)
    w.each(.POSITION | .VELOCITY, [w, seconds] (i: Int)
        w.entities[i].position = w.entities[i].position + w.entities[i].velocity * seconds
    end)
end

collide :: (w: Pointer{World})
    w.each(.POSITION | .HEALTH, [w] (i: Int)
        w.each(.POSITION | .VELOCITY, [w, i] (j: Int)
            if i == j || w.entities[j].kind != .BULLET
                return
            end
            dx := w.entities[i].position.x - w.entities[j].position.x
            dy := w.entities[i].position.y - w.entities[j].position.y
            if dx * dx + dy * dy < 1
                w.emit(.hit({{u16(i), w.entities[i].generation}, 40}))
                w.entities[j].kind = .NONE
                w.alive -= 1
            end
        end)
    end)
end

drain :: (w: Pointer{World})
    i := 0
    while i < w.event_count
        match w.events[i]
        case .spawned id
            print("spawned {}.{} {}\n", id.index, id.generation, w.entities[id.index].kind)
        case .hit h if w.is_valid(h.target)
            at := h.target.index
            w.entities[at].health -= h.damage
            print("hit {} for {}, {} left\n", at, h.damage, w.entities[at].health)
            if w.entities[at].health <= 0
                w.entities[at].kind = .NONE
                w.alive -= 1
                w.emit(.died(h.target))
            end
        case .hit => print("missed\n")
        case .died id => print("died {}\n", id.index)
        end
        i += 1
    end
    w.event_count = 0
end

main :: ()
    w: World
    player := w.spawn({kind = .PLAYER, parts = .POSITION | .HEALTH, health = 100}).some
    enemy := w.spawn({kind = .ENEMY, parts = .POSITION | .VELOCITY | .HEALTH, position = {10, 0}, velocity = {-1, 0}, health = 60}).some
    for i in 0..<3
        _ = w.spawn({kind = .BULLET, parts = .POSITION | .VELOCITY, position = {f32(i) * 2, 0.25}, velocity = {4, 0}})
    end
    for step in 0..<8
        w.move_all(0.5)
        w.collide()
        print("step {}: {} alive, enemy at {}\n", step, w.alive, w.entities[enemy.index].position.x)
        w.drain()
    end
    print("{} {} {}\n", w.is_valid(player), w.is_valid(enemy), w.entities.health)
    again := w.spawn({kind = .ENEMY, parts = .HEALTH, health = 5}) or_else Id{}
    print("{} {} {}\n", again, w.is_valid(enemy), w.is_valid(again))
    print("{} {}\n", w.entities[0], size_of(Entity))
end
