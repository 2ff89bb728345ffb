// expect: 3000 1 3000
// expect: 3000 1 3000
// expect: 3000 1 3000
// expect: in the connection's allocator, while rows were read in others: true
// expect: all of it back: true true
// expect: none of it in the readers': true
// expect: 64 64
// expect: in a thread: 8 8 8 8
// expect: out of memory: at line 123
// expect-error: panic: out of memory:
// expect-status: 134

// A connection's memory is the one's who opened it, whoever is at work when the client needs more; what is read belongs to the reader. Where it ends, the
// reader's handler hears of it.

Arena :: #import "Arena"
Postgres :: #import "Postgres"
Thread :: #import "Thread"
Tracking :: #import "Tracking"

Row :: struct
    n: Int
    text: String
end

Count :: struct
    n: Int
end

// Counts what is asked for, and has no more than `limit` bytes.
Meter :: struct
    held: Int
    asked: Int
    limit: Int
end

metered :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void}, old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    meter := Pointer{Meter}(data)
    if mode != .FREE
        meter.asked += 1
        if meter.held + size > meter.limit
            return null
        end
    end
    meter.held += ifx mode == .FREE => 0 else => size end - ifx mode == .ALLOCATE => 0 else => old_size end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

read :: (db: Pointer{Postgres.Database}) -> Postgres.Error
    all := db.rows{Row}("select n, repeat('x', n) as text from generate_series(1, $1) n", 3000) or_return
    print("{} {} {}\n", all.length, all[0].text.length, all[2999].text.length)
    Postgres.destroy_rows(&all)
    return .ok
end

share :: (words: String) -> Postgres.Error
    owner := Meter{limit = 1 << 40}
    reader := Tracking.create()
    db: Postgres.Database
    with context{allocator = metered, allocator_data = &owner}
        db = Postgres.open(words) or_return
    end
    held := owner.held
    asked := owner.asked
    read(&db) or_return
    with context{allocator = Tracking.allocate, allocator_data = &reader}
        read(&db) or_return
    end
    arena := Arena.create()
    with context{allocator = Arena.allocate, allocator_data = &arena}
        read(&db) or_return
        // what an arena's reader has prepared outlives the arena
        _ = db.execute_all("create temporary table t (n int)")
    end
    add: Postgres.Statement
    with context{allocator = Arena.allocate, allocator_data = &arena}
        add = db.prepare("insert into t values ($1)") or_return
    end
    arena.destroy()
    for i in 0..<64
        _, failed := add.execute(i)
        assert(failed == .ok)
    end
    print("in the connection's allocator, while rows were read in others: {}\n", held > 0 && owner.asked > asked)
    counts := db.rows{Count}("select count(*) as n from t union all select max(n) + 1 from t") or_return
    db.close()
    is_shut := owner.held > 0
    add.close()
    print("all of it back: {} {}\n", is_shut, owner.held == 0)
    print("none of it in the readers': {}\n", reader.report())
    print("{} {}\n", counts[0].n, counts[1].n)
    Postgres.destroy_rows(&counts)
    return .ok
end

// Opens, and leaves it to another thread to read and close.
in_thread :: (words: String) -> Postgres.Database
    db, error := Postgres.open(words)
    assert(error == .ok)
    return db
end

threads :: (words: String)
    print("in a thread:")
    for _i in 0..<4
        db := Thread.spawn(in_thread, words).join()
        counts, _ := db.rows{Count}("select 8 as n")
        print(" {}", counts[0].n)
        Postgres.destroy_rows(&counts)
        db.close()
    end
    print("\n")
end

heard :: (message: String, location: Pointer{Source_Location})
    print("{} at line {}\n", message[0..<14], location.line)
end

starve :: (words: String)
    meter := Meter{limit = 200_000}
    with context{allocator = metered, allocator_data = &meter, on_panic = heard}
        db, _ := Postgres.open(words)
        all, _ := db.rows{Row}("select 1 as n, repeat('x', 1000000) as text")
        print("{}\n", all.length)
    end
end

main :: (arguments: Slice{String})
    error := share(arguments[1])
    assert(error == .ok)
    threads(arguments[1])
    starve(arguments[1])
end
