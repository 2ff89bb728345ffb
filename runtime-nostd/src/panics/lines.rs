//! Which source line an instruction comes from: `.debug_line`, versions 4 and 5.
//!
//! The tables are run through from the start for each question; a panic asks a few dozen.

use super::image::Image;
use super::read::Reader;

/// A place in the source.
#[derive(Clone, Copy, Default)]
pub struct Place {
    pub file: &'static [u8],
    pub line: u32,
    pub column: u32,
}

/// One table's header.
struct Header {
    version: u16,
    step: u64,
    line_base: i64,
    line_range: u64,
    opcode_base: u8,
    /// How many operands the standard opcodes have.
    operands: &'static [u8],
    /// The lists of folders and files.
    names: Reader<'static>,
}

#[derive(Clone, Copy)]
struct Row {
    address: usize,
    file: u64,
    line: u32,
    column: u32,
}

/// The place of the instruction at `pc`.
pub fn find(image: &Image, pc: usize) -> Option<Place> {
    let pc = pc.wrapping_sub(image.bias);
    let mut tables = Reader::new(image.lines.bytes, 0);
    while !tables.is_at_end() {
        let length = tables.u32()? as usize;
        let mut table = tables.part(length)?;
        let Some(header) = read_header(&mut table) else { continue };
        if let Some(row) = find_row(&header, table, pc) {
            let file = file_name(image, &header, row.file).unwrap_or(b"?");
            // 0 is DWARF's left edge of the line: what stands before the first statement of a procedure.
            return Some(Place { file, line: row.line, column: row.column.max(1) });
        }
    }
    None
}

/// Reads the header; `table` stands at the program then.
fn read_header(table: &mut Reader<'static>) -> Option<Header> {
    let version = table.u16()?;
    match version {
        4 => {}
        5 => table.skip(2)?,
        _ => return None,
    }
    let length = table.u32()? as usize;
    let mut rest = table.part(length)?;
    let step = rest.u8()?.into();
    rest.skip(2)?;
    let line_base = i64::from(rest.u8()? as i8);
    let line_range = rest.u8()?.max(1).into();
    let opcode_base = rest.u8()?;
    let operands = rest.take(usize::from(opcode_base).saturating_sub(1))?;
    Some(Header { version, step, line_base, line_range, opcode_base, operands, names: rest })
}

/// The last row at or before `pc` of a sequence that goes beyond it.
fn find_row(header: &Header, mut code: Reader, pc: usize) -> Option<Row> {
    let fresh = Row { address: 0, file: 1, line: 1, column: 0 };
    let (mut row, mut previous): (Row, Option<Row>) = (fresh, None);
    while !code.is_at_end() {
        let opcode = code.u8()?;
        let mut ends = false;
        let emits = match opcode {
            0 => {
                let size = code.unsigned()? as usize;
                let mut operands = code.part(size)?;
                match operands.u8()? {
                    1 => ends = true,
                    2 => row.address = operands.u64()? as usize,
                    _ => {}
                }
                ends
            }
            _ if opcode < header.opcode_base => standard(header, opcode, &mut code, &mut row)?,
            _ => {
                let special = u64::from(opcode - header.opcode_base);
                row.address = row.address.wrapping_add((special / header.line_range * header.step) as usize);
                let lines = header.line_base + (special % header.line_range) as i64;
                row.line = row.line.wrapping_add_signed(lines as i32);
                true
            }
        };
        if !emits {
            continue;
        }
        if let Some(previous) = previous.filter(|previous| previous.address <= pc && pc < row.address) {
            return Some(previous);
        }
        (row, previous) = if ends { (fresh, None) } else { (row, Some(row)) };
    }
    None
}

/// A standard opcode; true if it emits a row.
fn standard(header: &Header, opcode: u8, code: &mut Reader, row: &mut Row) -> Option<bool> {
    match opcode {
        1 => return Some(true),
        2 => row.address = row.address.wrapping_add((code.unsigned()? * header.step) as usize),
        3 => row.line = row.line.wrapping_add_signed(code.signed()? as i32),
        4 => row.file = code.unsigned()?,
        5 => row.column = code.unsigned()? as u32,
        8 => {
            let special = u64::from(255 - header.opcode_base);
            row.address = row.address.wrapping_add((special / header.line_range * header.step) as usize);
        }
        9 => row.address = row.address.wrapping_add(code.u16()?.into()),
        _ => {
            for _ in 0..header.operands.get(usize::from(opcode) - 1).copied().unwrap_or(0) {
                code.unsigned()?;
            }
        }
    }
    Some(false)
}

fn file_name(image: &Image, header: &Header, index: u64) -> Option<&'static [u8]> {
    let mut names = header.names;
    if header.version >= 5 {
        for_each_entry(image, &mut names, |_, _| false)?;
        return for_each_entry(image, &mut names, |at, _| at == index)?;
    }
    while !names.text()?.is_empty() {}
    for _ in 1..index {
        names.text()?;
        for _ in 0..3 {
            names.unsigned()?;
        }
    }
    names.text()
}

/// Goes through a list of version 5, to its end or to the entry that is wanted; gives that one's path.
fn for_each_entry(
    image: &Image,
    names: &mut Reader<'static>,
    is_wanted: impl Fn(u64, &'static [u8]) -> bool,
) -> Option<Option<&'static [u8]>> {
    let format_count = names.u8()?;
    let formats = *names;
    for _ in 0..format_count {
        names.unsigned()?;
        names.unsigned()?;
    }
    for index in 0..names.unsigned()? {
        let mut format = formats;
        let mut path: &[u8] = &[];
        for _ in 0..format_count {
            let (content, form) = (format.unsigned()?, format.unsigned()?);
            let value = read_form(image, names, form)?;
            const PATH: u64 = 1;
            if content == PATH {
                path = value;
            }
        }
        if is_wanted(index, path) {
            return Some(Some(path));
        }
    }
    Some(None)
}

/// A value of a list of version 5; empty for what is no text.
fn read_form(image: &Image, names: &mut Reader<'static>, form: u64) -> Option<&'static [u8]> {
    match form {
        0x08 => return names.text(),
        0x0e => {
            let offset = names.u32()? as usize;
            return Reader::new(image.texts.bytes, offset).text();
        }
        0x1f => {
            let offset = names.u32()? as usize;
            return Reader::new(image.line_texts.bytes, offset).text();
        }
        0x0b => names.skip(1)?,
        0x05 => names.skip(2)?,
        0x06 => names.skip(4)?,
        0x07 => names.skip(8)?,
        0x1e => names.skip(16)?,
        0x0f => {
            names.unsigned()?;
        }
        0x09 => {
            let size = names.unsigned()? as usize;
            names.skip(size)?;
        }
        _ => return None,
    }
    Some(&[])
}
