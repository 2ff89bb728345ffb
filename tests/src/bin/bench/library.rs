//! The standard library: against Rust with the same crates, and what each module weighs.

use std::process::Command;

use super::{COMPILER, Result, WORK, hubbubc, write};

/// Programs in `benches/` with their twins in Rust, and rounds of which the best counts. Each prints a line a task: its name, microseconds of
/// processor time, and the most memory in KB.
const TWINS: [(&str, &str, usize); 3] =
    [("library", "library-in-rust", 3), ("engines", "engines-in-rust", 5), ("json", "json-in-rust", 3)];

/// Milliseconds of a task in Rust and in Hubbub, and megabytes.
struct Row {
    task: String,
    times: [f64; 2],
    memory: [f64; 2],
}

/// The same tasks in Hubbub and in Rust.
pub fn speed() -> Result<()> {
    println!("## The standard library\n");
    println!(
        "Milliseconds of processor time, the best of 3 to 5 rounds; Rust with the same crates. The most memory that the process had during the task, in MB.\n"
    );
    println!("| task | Rust | Hubbub | ratio | Rust, MB | Hubbub, MB | ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    for (name, twin, rounds) in TWINS {
        compare(name, &format!("target/release/{twin}"), rounds)?;
    }
    println!();
    Ok(())
}

fn compare(name: &str, rust: &str, rounds: usize) -> Result<()> {
    let hubbub = hubbubc(&format!("benches/{name}.hb"), &format!("{name}-hb"), &["-O3"])?;
    let mut best: Vec<Row> = Vec::new();
    for _ in 0..rounds {
        for (column, program) in [rust, hubbub.to_str().unwrap_or_default()].into_iter().enumerate() {
            for (row, (task, time, memory)) in lines(program)?.into_iter().enumerate() {
                if row == best.len() {
                    best.push(Row { task: task.clone(), times: [f64::INFINITY; 2], memory: [f64::INFINITY; 2] });
                }
                let row = best.get_mut(row).filter(|row| row.task == task).ok_or("the programs have other tasks")?;
                row.times[column] = row.times[column].min(time);
                row.memory[column] = row.memory[column].min(memory);
            }
        }
    }
    for Row { task, times: [rust, hubbub], memory: [rust_memory, memory] } in best {
        println!(
            "| {task} | {rust:.1} | {hubbub:.1} | {:.2} | {rust_memory:.1} | {memory:.1} | {:.2} |",
            hubbub / rust,
            memory / rust_memory
        );
    }
    Ok(())
}

/// The tasks that a program prints, their milliseconds and megabytes.
fn lines(program: &str) -> Result<Vec<(String, f64, f64)>> {
    let output = Command::new(program).output().map_err(|error| format!("{program}: {error}"))?;
    if !output.status.success() {
        return Err(format!("{program} fails"));
    }
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let task = |line: &str| {
        let mut parts = line.rsplitn(3, ' ');
        let memory: f64 = parts.next()?.parse().ok()?;
        let time: f64 = parts.next()?.parse().ok()?;
        Some((parts.next()?.to_owned(), time / 1e3, memory / 1024.0))
    };
    Ok(text.lines().filter_map(task).collect())
}

/// A use of each module: its name, what stands before `main`, and what stands in it.
const MODULES: [(&str, &str); 60] = [
    ("Map", "m := M.map{Int, Int}()\n m[3] = 4\n print(\"{}\\n\", m[3])"),
    ("Set", "s := M.set{Int}()\n s.insert(3)\n print(\"{}\\n\", 3 in s)"),
    ("Ordered_Map", "m := M.ordered_map{Int, Int}()\n m[3] = 4\n print(\"{}\\n\", m[3])"),
    ("List", "l := M.list{Int}()\n l.append(3)\n print(\"{}\\n\", l[0])"),
    ("Deep", "print(\"{}\\n\", M.equals(Array{Int, 1}{3}, Array{Int, 1}{4}))"),
    (
        "Lookup_Table",
        "print(\"{}\\n\", ONES[7])\nend\nONES :: #run M.build(ones)\nones :: (b: u8) -> u8\n return b & 1",
    ),
    (
        "State_Machine",
        "print(\"{}\\n\", LAMP.after(.OFF, true))\nend\nLAMP :: #run M.build{Lamp, Bool}(.OFF, {{.OFF, true, .ON}, {.ON, true, .OFF}})\nLamp :: enum\n OFF\n ON",
    ),
    (
        "Scanner",
        "for t in WORDS.tokens(\"a b\")\n print(\"{}\\n\", t.text)\n end\nend\nWORDS :: #run M.build{Kind}({{.A, \"a\"}, {.B, \"b| \"}})\nKind :: enum\n A\n B",
    ),
    ("Deque", "d := M.deque{Int}()\n d.push_front(3)\n print(\"{}\\n\", d[0])"),
    ("Heap", "h := M.heap{Int}()\n h.push(3)\n print(\"{}\\n\", h.pop() or_else 0)"),
    ("Min_Max_Heap", "h := M.min_max_heap{Int}()\n h.push(3)\n print(\"{}\\n\", h.pop_max() or_else 0)"),
    ("Bit_Set", "s := M.bit_set()\n s.insert(3)\n print(\"{}\\n\", 3 in s)"),
    ("Ring", "r: M.Ring{Int, 4}\n r.push(3)\n print(\"{}\\n\", r[0])"),
    ("Sort", "a := Array{Int, 3}{3, 1, 2}\n M.sort(a[..])\n print(\"{}\\n\", a[0])"),
    ("Strings", "for part in M.split(\"a,b\", \",\")\n print(\"{}\\n\", part)\n end"),
    ("Unicode", "print(\"{}\\n\", M.grapheme_count(\"abc\"))"),
    ("Hash", "print(\"{}\\n\", M.crc32(\"abc\"))"),
    ("Base64", "print(\"{}\\n\", M.encode(\"abc\"))"),
    ("Csv", "r := M.reader(\"a,b\")\n while row := r.next()\n print(\"{}\\n\", row[0])\n end"),
    ("Json", "d, _ := M.parse(\"[1]\")\n print(\"{}\\n\", d.at(0).integer())"),
    ("Yaml", "d, _ := M.parse(\"[1]\")\n print(\"{}\\n\", d.at(0).integer())"),
    ("Math", "x := 2.0\n print(\"{}\\n\", Int(M.sin(x) * 100.0))"),
    ("Random", "r := M.random(1)\n print(\"{}\\n\", r.below(6))"),
    ("Time", "print(\"{}\\n\", M.unix_now())"),
    ("Env", "print(\"{}\\n\", M.get(\"HOME\") or_else \"\")"),
    ("Path", "print(\"{}\\n\", M.base(\"a/b\"))"),
    ("Fs", "t, _ := M.read_text(\"x\")\n print(\"{}\\n\", t)"),
    ("Io", "r := M.standard_input()\n if line := r.read_line()\n print(\"{}\\n\", line)\n end"),
    ("Process", "print(\"{}\\n\", M.id())"),
    ("Format", "t, _ := M.text(\"{}\", 1)\n print(\"{}\\n\", t)"),
    ("Cli", "o, _ := M.parse{Options}({\"tool\", \"--n=4\"})\n print(\"{}\\n\", o.n)\nend\nOptions :: struct\n n: Int"),
    ("Ordered_Set", "s := M.ordered_set{Int}()\n s.insert(3)\n print(\"{}\\n\", 3 in s)"),
    ("Perfect_Hash", "t := M.build{Int, Int}({{1, 2}})\n print(\"{}\\n\", t.get(1) or_else 0)"),
    ("Enums", "print(\"{}\\n\", M.count{LogMode}())"),
    ("Log", "M.info(\"{}\", 3)"),
    ("Testing", "M.expect_equal(1 + 1, 2)"),
    ("Arena", "a := M.create()\n a.allocate_in(8, 8)\n a.destroy()"),
    ("Pool", "p := M.create(64)\n p.destroy()"),
    ("Stack", "s := M.create(64)\n s.destroy()"),
    ("Fixed_Buffer", "b := M.over(make_slice{u8}(8))\n print(\"{}\\n\", b.left())"),
    ("Temporary", "r := M.create()\n r.allocate_in(8, 8)\n r.destroy()"),
    ("Counting", "c := M.create()\n c.report()"),
    ("Tracking", "t := M.create()\n t.report()"),
    ("Atomic", "x := 3\n M.add(&x, 4)\n print(\"{}\\n\", x)"),
    ("Mutex", "m: M.Mutex\n m.lock()\n m.unlock()"),
    ("Channel", "c := M.create{Int}(4)\n c.send(3)\n c.destroy()"),
    ("Thread", "M.spawn(() => print(\"hello\\n\")).join()"),
    ("Task", "M.parallel_for(0, 3, (i: Int) => print(\"{}\\n\", i))"),
    (
        "Locked",
        "l := M.over(context.allocator, context.allocator_data)\n with context{allocator = M.allocate, allocator_data = &l}\n free(new(3))\n end",
    ),
    ("Condition", "c: M.Condition\n c.broadcast()"),
    ("Once", "o: M.Once\n o.call(() => print(\"once\\n\"))"),
    ("Os", "print(\"{}\\n\", M.Code.NOT_FOUND)"),
    ("Reflect", "x := make_slice{Int}(3)\n M.release_value(&x)"),
    ("C", "print(\"{}\\n\", string_of(M.c_string(\"abc\")))"),
    ("Base", "M.print_int(42)"),
    ("Gc", "M.collect()"),
    ("Postgres", "d, _ := M.open(\"user=me\")\n d.close()"),
    ("Sqlite", "d, _ := M.open(\":memory:\")\n d.close()\n print(\"ok\\n\")"),
    ("Regex", "r, _ := M.compile(\"a\")\n print(\"{}\\n\", r.matches(\"a\"))"),
    ("Big", "print(\"{}\\n\", M.factorial(30))"),
];

/// The columns of the table of sizes.
const BUILDS: [(&str, &str); 4] = [("nostd", "-O3"), ("nostd", "-Oz"), ("std", "-O3"), ("std", "-Oz")];

/// Bytes that the program with every module may have in each flavour.
const LIMITS: [(&str, u64); 2] = [("nostd", 4_000_000), ("std", 6_000_000)];

/// A program's bytes in each build; none where the flavour does not have the module.
type Sizes = [Option<u64>; BUILDS.len()];

/// A program a module, stripped: bytes in each build, and what the module adds to hello world.
pub fn sizes() -> Result<()> {
    println!(
        "A program that uses one procedure or container of a module, stripped; in brackets what it adds to hello world.\n"
    );
    println!("| module | nostd `-O3` | nostd `-Oz` | std `-O3` | std `-Oz` |\n| --- | ---: | ---: | ---: | ---: |");
    let hello = "main :: ()\n    print(\"hello, world\\n\")\nend\n";
    let base = weigh("hello", hello)?;
    print_row("-", &base, None);
    for (module, body) in MODULES {
        let sizes = weigh(module, &format!("M :: #import \"{module}\"\n\nmain :: ()\n{body}\nend\n"))?;
        print_row(module, &sizes, Some(&base));
    }
    let sink = std::fs::read_to_string("examples/kitchen-sink.hb").map_err(|error| error.to_string())?;
    let sizes = weigh("kitchen-sink", &sink)?;
    print_row("all of them: `examples/kitchen-sink.hb`", &sizes, None);
    println!();
    for ((flavour, _), size) in BUILDS.iter().zip(sizes) {
        let limit = LIMITS.iter().find(|(name, _)| name == flavour).map_or(u64::MAX, |(_, limit)| *limit);
        if size.is_none_or(|size| size >= limit) {
            return Err(format!("the program with every module has {size:?} bytes in {flavour}, at most {limit}"));
        }
    }
    Ok(())
}

fn print_row(name: &str, sizes: &Sizes, base: Option<&Sizes>) {
    let cells: String = (0..sizes.len())
        .map(|column| match (sizes[column], base.and_then(|base| base[column])) {
            (Some(size), Some(base)) => format!(" {size} (+{}) |", size.saturating_sub(base)),
            (Some(size), None) => format!(" {size} |"),
            (None, _) => " - |".to_owned(),
        })
        .collect();
    println!("| {name} |{cells}");
}

fn weigh(name: &str, text: &str) -> Result<Sizes> {
    // Another name than the module's, which the program would find beside itself.
    let file = format!("of-{name}.hb");
    write(&file, text)?;
    let mut sizes = [None; BUILDS.len()];
    for (size, (flavour, level)) in sizes.iter_mut().zip(BUILDS) {
        // Its client stands on Rust's std.
        if (name, flavour) == ("Postgres", "nostd") {
            continue;
        }
        let options = [level, "--strip", "--runtime", flavour];
        let program = hubbubc(&format!("{WORK}/{file}"), &format!("{name}-size"), &options)
            .map_err(|message| format!("{COMPILER} {name}: {message}"))?;
        *size = Some(std::fs::metadata(&program).map_err(|error| error.to_string())?.len());
    }
    Ok(sizes)
}
