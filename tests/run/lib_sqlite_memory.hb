// eval: no, SQLite is foreign code
// expect: 0 wrote 3
// expect: one is closed: 0, the other has 3
// expect: 4 and 4
// expect: 0 0
// expect: in order: 0

// A database takes its memory where it was opened and gives it back there, even where two have one file, each from an allocator of its own, and the one
// that came first goes first.

Sqlite :: #import "Sqlite"
Fs :: #import "Fs"
Process :: #import "Process"
Strings :: #import "Strings"

Count :: struct
    blocks: Int
end

counting :: (mode: AllocatorMode, size: Int, alignment: Int, data: Pointer{Void},
             old_size: Int, old_memory: Pointer{Void}, options: Int) -> Pointer{Void}
    count := Pointer{Count}(data)
    if mode == .ALLOCATE
        count.blocks += 1
    else if mode == .FREE
        count.blocks -= 1
        // whoever still reads this shall notice
        for i in 0..<old_size
            Pointer{u8}(old_memory)[i] = 0xdd
        end
    end
    return page_allocator(mode, size, alignment, null, old_size, old_memory, options)
end

open :: (path: String, count: Pointer{Count}) -> Sqlite.Database
    with context{allocator = counting, allocator_data = count}
        db, error := Sqlite.open(path)
        assert(error == .ok)
        return db
    end
end

count_of :: (db: Pointer{Sqlite.Database}) -> Int
    count, error := db.value{Int}("select count(*) from t")
    assert(error == .ok)
    return count
end

two_with_one_file :: (path: String)
    a, b: Count
    first := open(path, &a)
    mode, _ := first.value{String}("pragma journal_mode = wal")
    assert(mode == "wal")
    delete(mode)
    assert(first.execute_all("create table t (x); insert into t values (1), (2), (3)") == .ok)
    second := open(path, &b)
    second.wait(2000)
    print("{} wrote {}\n", ifx a.blocks > 0 && b.blocks > 0 => 0 else => 1 end, count_of(&second))
    first.close()
    print("one is closed: {}, the other has {}\n", a.blocks, count_of(&second))
    third := open(path, &a)
    assert(third.execute("insert into t values (?)", "four") == .ok)
    print("{} and {}\n", count_of(&second), count_of(&third))
    second.close()
    assert(third.execute("delete from t where x = ?", 1) == .ok)
    third.close()
    print("{} {}\n", a.blocks, b.blocks)
end

Row :: struct
    x: Maybe{String}
    y: Slice{u8}
end

// Everything that is handed out can be given back, whichever way it ends.
every_way :: () -> Int
    count: Count
    with context{allocator = counting, allocator_data = &count}
        db, _ := Sqlite.open(":memory:")
        error := db.execute_all("create table t (x, y); insert into t values ('one', x'01'), (null, x''), ('three', 3)")
        assert(error == .ok)
        good, _ := db.rows{Row}("select * from t limit 2")
        assert(good.length == 2 && good[0].y[0] == 1)
        Sqlite.destroy_rows(&good)
        _, bad := db.rows{Row}("select * from t")
        assert(bad != .ok)
        Sqlite.destroy(&bad)
        _, unknown := db.first{Row}("select x, x as z from t")
        Sqlite.destroy(&unknown)
        wrong := db.execute("insert into u values (?)", 1)
        Sqlite.destroy(&wrong)
        open_still, _ := db.prepare("select * from t")
        assert(open_still.step() or_else false)
        db.close()
        open_still.close()
    end
    return count.blocks
end

main :: () -> Int
    path := format("/tmp/hubbub-sqlite-{}.db", Process.id())
    two_with_one_file(path)
    for suffix in Array{String, 3}{"", "-wal", "-shm"}
        _ = Fs.remove_file(Strings.concat(path, suffix))
    end
    print("in order: {}\n", every_way())
    return 0
end
