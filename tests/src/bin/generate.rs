//! Writes a program of about N lines into a folder: `generate LINES FOLDER`.
//!
//! Modules of some 500 lines that import one another, with structs, enums, generic procedures and structs, loops, matches and calls
//! across modules. The same number gives the same bytes. `scripts/bench` measures the compiler with it.

#![allow(clippy::disallowed_methods, reason = "a generator of files")]

use std::fmt::Write;
use std::path::Path;
use std::process::ExitCode;

/// Lines of [`group`], about.
const GROUP_LINES: usize = 62;
/// Groups of a module.
const GROUPS: usize = 8;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, lines, folder] = arguments.as_slice() else { return usage() };
    let Ok(lines) = lines.parse() else { return usage() };
    match write_program(lines, Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: generate LINES FOLDER");
    ExitCode::from(2)
}

fn write_program(lines: usize, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let modules = (lines / (GROUPS * GROUP_LINES)).max(1);
    for number in 0..modules {
        std::fs::write(folder.join(format!("Part_{number}.hb")), module(number))?;
    }
    std::fs::write(folder.join("main.hb"), root(modules))
}

/// The main module calls one procedure of each other module.
fn root(modules: usize) -> String {
    let mut text = String::new();
    for number in 0..modules {
        push(&mut text, format_args!("P{number} :: #import \"Part_{number}\""));
    }
    push(&mut text, format_args!("\nmain :: () -> Int\n    sum := 0"));
    for number in 0..modules {
        push(&mut text, format_args!("    sum += P{number}.run_{number}({})", number % 17 + 3));
    }
    push(&mut text, format_args!("    print(\"{{}}\\n\", sum)\n    return 0\nend"));
    text
}

fn module(number: usize) -> String {
    let mut text = format!("//! Part {number} of a generated program.\n\n");
    // Imports lead to earlier modules, and from the first one to the last of its neighbours: cycles are part of the language.
    let earlier = [number.checked_sub(1), (number > 3).then_some(number / 2)];
    let mut imported: Vec<usize> = earlier.into_iter().flatten().collect();
    imported.dedup();
    for other in &imported {
        push(&mut text, format_args!("Other_{other} :: #import \"Part_{other}\""));
    }
    for index in 0..GROUPS {
        group(&mut text, number, index, imported.get(index).copied());
    }
    push(&mut text, format_args!("\nrun_{number} :: (n: Int) -> Int\n    sum := 0"));
    for index in 0..GROUPS {
        push(&mut text, format_args!("    sum += work_{index}(n + {index})"));
    }
    push(&mut text, format_args!("    return sum\nend"));
    text
}

/// Some declarations as people write them.
fn group(text: &mut String, module: usize, index: usize, other: Option<usize>) {
    let far = match (other, index) {
        (Some(other), _) => format!("Other_{other}.scale_{index}(value, 3)"),
        (None, 0) => "value * 3".to_owned(),
        (None, _) => format!("scale_{}(value, {index})", index - 1),
    };
    let body = TEMPLATE.replace("$M", &module.to_string()).replace("$I", &index.to_string()).replace("$FAR", &far);
    text.push_str(&body);
}

const TEMPLATE: &str = r#"
/// A point of part $M.
Point_$I :: struct
    x, y: Int
    weight: f64 = 1.5
    next: Pointer{Point_$I}
end

Color_$I :: enum
    RED
    GREEN = 5
    BLUE
end

Box_$I :: struct {T}
    value: T
    count: Int
end

largest_$I :: {T}(a: T, b: T) -> T
    if a < b
        return b
    end
    return a
end

put_$I :: {T}(box: Pointer{Box_$I{T}}, value: T)
    box.value = largest_$I(box.value, value)
    box.count += 1
end

scale_$I :: (value: Int, factor: Int = 2) -> Int
    result := value * factor
    while result > 1_000_000
        result = result / 2 - $I
    end
    return result
end

shade_$I :: (color: Color_$I) -> Int
    match color
    case .RED => return 1
    case .GREEN => return scale_$I(2)
    case .BLUE => return scale_$I(3, factor = 4)
    end
end

work_$I :: (n: Int) -> Int
    points: Array{Point_$I, 8}
    box: Box_$I{Int}
    for &point, i in points
        point.x = i * n
        point.y = point.x + shade_$I(.GREEN)
        put_$I(&box, point.x)
    end
    total := 0
    for point in points
        value := point.x + point.y
        total += ifx value % 2 == 0 => $FAR else => value end
    end
    return total + box.value + box.count
end
"#;

fn push(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{line}");
}
