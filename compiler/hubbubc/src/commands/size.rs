//! `hubbubc size FILE.hb`: what the bytes of a program are, in both flavours side by side.

use std::fmt::Write;
use std::io::Read;

use hubbub_driver::size::{Item, Sizes, measure};
use hubbub_driver::{Flavour, Options, Session, Stopped};

use crate::cli::Size;
use crate::{report, usage};

const FLAVOURS: [Flavour; 2] = [Flavour::Nostd, Flavour::Std];

/// Rows of the table: those that add up to the file, then what is not in it.
type Row = (&'static str, fn(&Sizes) -> u64);

const PARTS: [Row; 8] = [
    ("text", |sizes| sizes.text),
    ("rodata", |sizes| sizes.rodata),
    ("data", |sizes| sizes.data),
    ("unwind tables", |sizes| sizes.unwind),
    ("dynamic linking", |sizes| sizes.dynamic),
    ("symbols", |sizes| sizes.symbols),
    ("debug information", |sizes| sizes.debug),
    ("headers, gaps", |sizes| sizes.other),
];

const MORE: [Row; 2] = [("stripped file", |sizes| sizes.stripped), ("bss (in memory only)", |sizes| sizes.bss)];

/// Builds both flavours and shows their sizes.
pub fn run(size: &Size) -> u8 {
    let mut measured = Vec::new();
    for flavour in FLAVOURS {
        let mut options = super::options(&size.options);
        options.flavour = flavour;
        match measured_of(options, size) {
            Ok(sizes) => measured.push((flavour, sizes)),
            Err(status) => return status,
        }
    }
    report::print(if size.json { json(&measured) } else { table(&measured) })
}

fn measured_of(options: Options, size: &Size) -> Result<Sizes, u8> {
    let mut session = Session::new(options);
    let result = programs(&mut session);
    let status = report::finish(&session, &result, &size.options.common);
    let (whole, stripped) = result.map_err(|_| status)?;
    measure(&whole, stripped.len() as u64)
        .map_err(|error| usage::fail(1, &format!("the program cannot be measured: {error}"), None))
}

/// The program as it is built, and without symbols and debug information.
fn programs(session: &mut Session) -> Result<(Vec<u8>, Vec<u8>), Stopped> {
    let lowered = session.program()?;
    let outputs = session.generate(&lowered, hubbub_driver::session::objects())?;
    let whole = session.link(&lowered, &outputs)?;
    session.options.strip = true;
    let stripped = session.link(&lowered, &outputs)?;
    Ok((bytes(whole)?, bytes(stripped)?))
}

fn bytes(program: hubbub_driver::scratch::Scratch) -> Result<Vec<u8>, Stopped> {
    let mut bytes = Vec::new();
    let read = program.into_file().and_then(|mut file| file.read_to_end(&mut bytes));
    read.map(|_| bytes).map_err(|_| Stopped)
}

fn json(measured: &[(Flavour, Sizes)]) -> String {
    let object: serde_json::Map<String, serde_json::Value> = measured
        .iter()
        .map(|(flavour, sizes)| (flavour.name().to_owned(), serde_json::to_value(sizes).unwrap_or_default()))
        .collect();
    format!("{}\n", serde_json::Value::Object(object))
}

fn table(measured: &[(Flavour, Sizes)]) -> String {
    let mut text = format!("{:<22}", "bytes");
    for (flavour, _) in measured {
        text.push_str(&format!("{:>12}", flavour.name()));
    }
    text.push('\n');
    PARTS.iter().for_each(|part| row(&mut text, part, measured));
    row(&mut text, &("file", |sizes| sizes.file), measured);
    text.push('\n');
    MORE.iter().for_each(|part| row(&mut text, part, measured));
    for (flavour, sizes) in measured {
        list(&mut text, &format!("largest modules, {}", flavour.name()), &sizes.modules);
        list(&mut text, &format!("largest procedures, {}", flavour.name()), &sizes.procedures);
    }
    text
}

fn row(text: &mut String, (name, value): &Row, measured: &[(Flavour, Sizes)]) {
    text.push_str(&format!("{name:<22}"));
    for (_, sizes) in measured {
        text.push_str(&format!("{:>12}", value(sizes)));
    }
    text.push('\n');
}

fn list(text: &mut String, title: &str, items: &[Item]) {
    // Writing into a string cannot fail.
    let _ = writeln!(text, "\n{title}");
    for item in items {
        let _ = writeln!(text, "{:>12}  {}", item.bytes, item.name);
    }
}
