//! Uses every module of the library once: a first look at each, and what all of it weighs.
// eval: no, the interpreter has no PCRE2

Base64 :: #import "Base64"
Big :: #import "Big"
Bit_Set :: #import "Bit_Set"
Cli :: #import "Cli"
Csv :: #import "Csv"
Deque :: #import "Deque"
Env :: #import "Env"
Format :: #import "Format"
Fs :: #import "Fs"
Hash :: #import "Hash"
Heap :: #import "Heap"
Io :: #import "Io"
Json :: #import "Json"
List :: #import "List"
Map :: #import "Map"
Math :: #import "Math"
Min_Max_Heap :: #import "Min_Max_Heap"
Ordered_Map :: #import "Ordered_Map"
Ordered_Set :: #import "Ordered_Set"
Path :: #import "Path"
Process :: #import "Process"
Random :: #import "Random"
Regex :: #import "Regex"
Ring :: #import "Ring"
Set :: #import "Set"
Sort :: #import "Sort"
Sqlite :: #import "Sqlite"
Strings :: #import "Strings"
Time :: #import "Time"
Unicode :: #import "Unicode"
Yaml :: #import "Yaml"

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

main :: () -> Int
    containers()
    text()
    numbers()
    system()
    return 0
end
