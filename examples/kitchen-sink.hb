//! Uses every module of the library once: a first look at each, and what all of it weighs.
// eval: no, the interpreter has no PCRE2

Arena :: #import "Arena"
Atomic :: #import "Atomic"
Base :: #import "Base"
Base64 :: #import "Base64"
Big :: #import "Big"
Bit_Set :: #import "Bit_Set"
C :: #import "C"
Channel :: #import "Channel"
Cli :: #import "Cli"
Condition :: #import "Condition"
Counting :: #import "Counting"
Csv :: #import "Csv"
Deep :: #import "Deep"
Deque :: #import "Deque"
Enums :: #import "Enums"
Env :: #import "Env"
Fixed_Buffer :: #import "Fixed_Buffer"
Format :: #import "Format"
Fs :: #import "Fs"
Gc :: #import "Gc"
Hash :: #import "Hash"
Heap :: #import "Heap"
Io :: #import "Io"
Json :: #import "Json"
List :: #import "List"
Locked :: #import "Locked"
Log :: #import "Log"
Lookup_Table :: #import "Lookup_Table"
Map :: #import "Map"
Math :: #import "Math"
Min_Max_Heap :: #import "Min_Max_Heap"
Mutex :: #import "Mutex"
Once :: #import "Once"
Ordered_Map :: #import "Ordered_Map"
Ordered_Set :: #import "Ordered_Set"
Os :: #import "Os"
Path :: #import "Path"
Perfect_Hash :: #import "Perfect_Hash"
Pool :: #import "Pool"
Process :: #import "Process"
Random :: #import "Random"
Reflect :: #import "Reflect"
Regex :: #import "Regex"
Ring :: #import "Ring"
Scanner :: #import "Scanner"
Set :: #import "Set"
Sort :: #import "Sort"
Sqlite :: #import "Sqlite"
Stack :: #import "Stack"
State_Machine :: #import "State_Machine"
Strings :: #import "Strings"
Task :: #import "Task"
Temporary :: #import "Temporary"
Testing :: #import "Testing"
Thread :: #import "Thread"
Time :: #import "Time"
Tracking :: #import "Tracking"
Unicode :: #import "Unicode"
Yaml :: #import "Yaml"

#if Build.RUNTIME == "std"
    Postgres :: #import "Postgres"
#end

Pet :: struct
    name: String
    age: Int
end

Sum :: struct
    total: Int
end

containers :: ()
    ages := Map.map{String, Int}()
    ages["Tom"] = 3
    ages["Tom"] += 1
    seen := Set.set_of(Array{Int, 3}{1, 2, 2})
    order := Ordered_Map.ordered_map{String, Int}()
    order["z"] = 26
    order["a"] = 1
    names := Ordered_Set.ordered_set{String}()
    names.insert("b")
    names.insert("a")
    print("{} {} {} {}\n", ages["Tom"], seen.length(), order, names)
    queue := Deque.deque{Int}()
    queue.push_back(1)
    queue.push_front(0)
    last: Ring.Ring{Int, 2}
    for i in 0..<5
        last.push(i)
    end
    heap := Heap.heap_of(Array{Int, 3}{3, 1, 2})
    both := Min_Max_Heap.min_max_heap_of(Array{Int, 3}{3, 1, 2})
    bits := Bit_Set.bit_set()
    bits.insert(7)
    print("{} {} {} {} {}\n", queue, last, heap.pop(), both.pop_max(), bits)
    pets := List.list_of(Array{Pet, 2}{{"Tom", 4}, {"Kit", 2}})
    Sort.sort_by_key(pets.items(), (p: Pet) -> Int => p.age)
    print("{}\n", pets)
end

text :: ()
    for word in Strings.split("one two", " ")
        print("{} ", Strings.to_upper(word))
    end
    print("{} {}\n", Unicode.to_upper("straße"), Unicode.width("漢字"))
    date, _ := Regex.compile(`(\d+)-(\d+)`)
    print("{}\n", date.replace_all("on 2026-11", "$2/$1"))
    row := Csv.reader("a,\"b,c\"")
    while fields := row.next()
        print("{}\n", fields)
    end
    print("{} {:x}\n", Base64.encode("any"), Hash.crc32("123456789"))
    pet, _ := Json.decode{Pet}("{\"name\": \"Rex\", \"age\": 5}")
    print("{} {}\n", pet, Json.encode(pet))
    old, _ := Yaml.decode{Pet}("{name: Ben, age: 15}")
    print("{} {}", old.name, Yaml.encode(old))
end

numbers :: ()
    print("{} {} {}\n", Math.sqrt(2.0), Math.gcd(12, 18), Math.round(Math.sin(1.0) * 1000.0))
    print("{} {}\n", Big.factorial(25), Big.rational(1, 3) + Big.rational(1, 6))
    dice := Random.random(1)
    roll := dice.between(1, 6)
    print("{} {}\n", roll >= 1 && roll <= 6, Time.date_of(86_400 * 365))
end

system :: ()
    _, missing := Fs.read_text("/no/such/file")
    print("{} {}\n", missing, Path.extension("a/b.hb"))
    echo, _ := Process.run({"echo", "hello"})
    print("{}", echo.output)
    _, closed := Io.open_reader("/no/such/file")
    db, _ := Sqlite.open(":memory:")
    sums, _ := db.rows{Sum}("select 1 + ? as total", 2)
    shown, _ := Format.text("{:>4}", sums[0].total)
    options, _ := Cli.parse{Sum}({"tool", "--total=4"})
    print("{} {}\n", shown, options.total)
    db.close()
    print("{} {}\n", closed, Env.get("NO SUCH VARIABLE"))
end

// Two thousand bytes in pieces from an allocator, and all of them back.
pieces :: () -> Int
    sum := 0
    for i in 1..=10
        piece := make_slice{u8}(i * 40)
        sum += piece.length
        delete(piece)
    end
    return sum
end

memory :: ()
    arena := Arena.create()
    locked := Locked.over(Arena.allocate, &arena)
    pool := Pool.create(400)
    stack := Stack.create(4000)
    buffer := Fixed_Buffer.over(make_slice{u8}(4000))
    ring := Temporary.create()
    counter := Counting.create()
    sum := 0
    for c in Array{Context, _}{
        context{allocator = Arena.allocate, allocator_data = &arena},
        context{allocator = Locked.allocate, allocator_data = &locked},
        context{allocator = Pool.allocate, allocator_data = &pool},
        context{allocator = Stack.allocate, allocator_data = &stack},
        context{allocator = Fixed_Buffer.allocate, allocator_data = &buffer},
        context{allocator = Temporary.allocate, allocator_data = &ring},
        context{allocator = Counting.allocate, allocator_data = &counter},
        context{allocator = Gc.allocate},
    }
        with c
            sum += pieces()
        end
    end
    tracker := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracker}
        sum += pieces()
    end
    arena.destroy()
    pool.destroy()
    stack.destroy()
    print("{} {} {}\n", sum, counter.peak, tracker.report())
end

Box :: struct
    guard: Mutex.Mutex
    changed: Condition.Condition
    started: Once.Once
    count: Int
end

fill :: (box: Pointer{Box})
    box.started.call(() => print("once\n"))
    box.guard.lock()
    box.count += 1
    box.guard.unlock()
    box.changed.broadcast()
end

threads :: ()
    box: Box
    a, b := Thread.spawn(fill, &box), Thread.spawn(fill, &box)
    box.guard.lock()
    while box.count < 2
        box.changed.wait(&box.guard)
    end
    box.guard.unlock()
    a.join()
    b.join()
    sent := Channel.create{Int}(4)
    sent.send(box.count)
    total := 0
    Task.parallel_for(0, 10, [&total] (i: Int) => Atomic.add(&total, i))
    count, _ := sent.receive()
    print("{} {}\n", count, total)
    sent.destroy()
end

square :: (byte: u8) -> Int => Int(byte) * Int(byte)

SQUARES :: #run Lookup_Table.build(square)

Door :: enum
    OPEN
    CLOSED
end

DOOR :: #run State_Machine.build{Door, Bool}(.OPEN, {{.OPEN, true, .CLOSED}, {.CLOSED, false, .OPEN}})

WORDS :: #run Scanner.build{Door}({{.OPEN, "[a-z]+"}, {.CLOSED, " +"}})

SIZES :: #run Perfect_Hash.build{String, Int}({{"one", 1}, {"two", 2}})

rest :: ()
    sizes := SIZES
    print("{} {}\n", sizes.get("two"), Enums.count{LogMode}())
    words := 0
    for _ in WORDS.tokens("one two")
        words += 1
    end
    print("{} {} {}\n", SQUARES[12], DOOR.after(.OPEN, true), words)
    name := Strings.repeat("ab", 2)
    text := C.c_string(name)
    print("{} {} {}\n", string_of(text), Os.Code.NOT_FOUND, Deep.equals({1, 2}, make_slice{Int}(2)))
    Reflect.release_value(&name)
    Log.info("{}", 3)
    Testing.expect_equal(1 + 1, 2)
    Base.print_int(42)
    // what no server answers
    #if Build.RUNTIME == "std"
        db, error := Postgres.open("host=/no/such/folder user=nobody")
        print("{}\n", error == Postgres.Error.ok)
        db.close()
        Postgres.release_error(&error)
    #else
        print("{}\n", false)
    #end
end

main :: () -> Int
    containers()
    text()
    numbers()
    system()
    memory()
    threads()
    rest()
    return 0
end
