//! How many lines a second lexer and parser do on one core: `cargo run --release --example parse_speed [files…]`.
//!
//! Without files, on a program made up here (structs, procedures, loops, matches, generics). Prints the best of several rounds.

#![expect(clippy::disallowed_methods, reason = "it reads the files given and measures time")]

use std::time::{Duration, Instant};

const ROUNDS: usize = 15;

fn main() -> std::io::Result<()> {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        measure("generated, 10 k lines", &generated(10_000));
        measure("generated, 100 k lines", &generated(100_000));
        measure("generated, 1 M lines", &generated(1_000_000));
    }
    for path in files {
        measure(&path, &std::fs::read_to_string(&path)?);
    }
    Ok(())
}

fn measure(name: &str, text: &str) {
    let source = hubbub_syntax::Source::new(text.into());
    let lines = text.lines().count();
    let mut best = [Duration::MAX; 2];
    let mut shape = (0, 0);
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let (tokens, errors) = hubbub_syntax::lexer::lex(&source);
        let lexed = start.elapsed();
        assert!(errors.is_empty(), "{errors:?}");
        shape.0 = tokens.len();
        drop(tokens);
        let start = Instant::now();
        let parsed = hubbub_syntax::parse_source(&source);
        let both = start.elapsed();
        assert!(parsed.errors.is_empty(), "{:?}", parsed.errors.first());
        shape.1 = parsed.tree.node_count();
        best = [best[0].min(lexed), best[1].min(both)];
    }
    let speed = |time: Duration| lines as f64 / time.as_secs_f64() / 1e6;
    println!(
        "{name}: {lines} lines, {} bytes, {} tokens, {} nodes: lex {:.2} M lines/s, lex and parse {:.2} M lines/s",
        text.len(),
        shape.0,
        shape.1,
        speed(best[0]),
        speed(best[1]),
    );
}

/// A program of about `lines` lines.
fn generated(lines: usize) -> String {
    let mut text = String::from("#import \"Base\"\n");
    let mut number = 0;
    while text.len() < lines * 22 {
        number += 1;
        text.push_str(&TEMPLATE.replace("NN", &number.to_string()));
    }
    text
}

const TEMPLATE: &str = r#"
/// A record of the table number NN.
Record_NN :: struct
    name: String
    count, capacity: Int
    values: Array{Float, 16}
    following: Pointer{Record_NN}
end

Kind_NN :: enum
    EMPTY
    SMALL
    LARGE
end

largest_NN :: {T}(items: Slice{T}) -> T where is_ordered(T)
    best := items[0]
    for x, i in items
        if x > best && i < items.length
            best = x
        end
    end
    return best
end

sum_NN :: (record: Pointer{Record_NN}, limit: Int = 10) -> Int
    total := 0
    i := 0
    // walks over the values, from the first to the last
    while i < limit
        total += Int(record.values[i] * 2.0) + i
        i += 1
    end
    match kind_of_NN(record)
    case .EMPTY => return 0
    case .SMALL
        total = total * 2 - 1
    else
        total = ifx total > 100 => 100 else => total end
    end
    return total
end

kind_of_NN :: (record: Pointer{Record_NN}) -> Kind_NN
    if record == null || record.count == 0
        return .EMPTY
    else if record.count < record.capacity / 2
        return .SMALL
    end
    return .LARGE
end

use_NN :: () -> Int
    record := Record_NN{name = "record", count = NN}
    print("{} {}\n", record.name, sum_NN(&record))
    with context{user_index = 7}
        defer print("done\n")
        record.count += largest_NN(record.values[1..<4])
    end
    return sum_NN(&record, limit = 3)
end
"#;
