//! Which source line an instruction comes from: `.debug_line`, versions 4 and 5.
//!
//! The tables are run through from the start for each question; a panic asks a few dozen.

use super::Message;
use super::image::Image;
use super::read::Reader;

/// A place in the source.
#[derive(Clone, Copy, Default)]
pub struct Place {
    /// The folder as DWARF has it; empty where `file` is the whole path.
    pub folder: &'static [u8],
    pub file: &'static [u8],
    pub line: u32,
    pub column: u32,
}

/// Files of the standard library have paths that begin so, wherever it lies.
const LIBRARY: &[u8] = b"stdlib";

impl Place {
    /// Whether it lies in the standard library.
    pub fn is_of_library(&self) -> bool {
        let path = if self.folder.is_empty() { self.file } else { self.folder };
        path.strip_prefix(LIBRARY).is_some_and(|rest| rest.first().is_none_or(|&byte| byte == b'/'))
    }

    /// Whether it is a line of this procedure's own module, by the procedure's symbol, `Strings/Builder.grow`, and not of what has become a part of it.
    pub fn is_of_module_of(&self, symbol: &[u8]) -> bool {
        let module = symbol.split(|&byte| byte == b'.').next().unwrap_or(symbol);
        let name = module.rsplit(|&byte| byte == b'/').next();
        let file = self.file.rsplit(|&byte| byte == b'/').next().and_then(|file| file.strip_suffix(b".hb"));
        module == b"Prelude" || file == name
    }

    /// Writes `folder/file:line:column`; a folder that begins at the root is left out.
    pub fn write(&self, text: &mut Message) {
        if !self.folder.is_empty() && !self.folder.starts_with(b"/") {
            text.text(self.folder).text(b"/");
        }
        text.text(self.file).text(b":").number(self.line.into()).text(b":").number(self.column.into());
    }
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
            let (folder, file) = file_name(image, &header, row.file).unwrap_or((b"", b"?"));
            // 0 is DWARF's left edge of the line: what stands before the first statement of a procedure.
            return Some(Place { folder, file, line: row.line, column: row.column.max(1) });
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

/// The folder and the name of a file; no folder for that in which the program was compiled.
fn file_name(image: &Image, header: &Header, index: u64) -> Option<(&'static [u8], &'static [u8])> {
    let mut names = header.names;
    if header.version >= 5 {
        let mut folders = names;
        for_each_entry(image, &mut names, &|_, _| false)?;
        let file = for_each_entry(image, &mut names, &|at, _| at == index)??;
        if file.folder == 0 || file.path.starts_with(b"/") {
            return Some((b"", file.path));
        }
        let folder = for_each_entry(image, &mut folders, &|at, _| at == file.folder)??;
        return Some((folder.path, file.path));
    }
    while !names.text()?.is_empty() {}
    for _ in 1..index {
        names.text()?;
        for _ in 0..3 {
            names.unsigned()?;
        }
    }
    Some((b"", names.text()?))
}

/// An entry of a list of version 5.
struct Entry {
    path: &'static [u8],
    /// The number of the folder that the path begins in.
    folder: u64,
}

/// Goes through a list of version 5, to its end or to the entry that is wanted; gives that one.
#[inline(never)]
fn for_each_entry(
    image: &Image,
    names: &mut Reader<'static>,
    is_wanted: &dyn Fn(u64, &Entry) -> bool,
) -> Option<Option<Entry>> {
    const PATH: u64 = 1;
    const FOLDER: u64 = 2;
    let format_count = names.u8()?;
    let formats = *names;
    for _ in 0..format_count {
        names.unsigned()?;
        names.unsigned()?;
    }
    for index in 0..names.unsigned()? {
        let mut format = formats;
        let mut entry = Entry { path: &[], folder: 0 };
        for _ in 0..format_count {
            let (content, form) = (format.unsigned()?, format.unsigned()?);
            let (text, number) = read_form(image, names, form)?;
            match content {
                PATH => entry.path = text,
                FOLDER => entry.folder = number,
                _ => {}
            }
        }
        if is_wanted(index, &entry) {
            return Some(Some(entry));
        }
    }
    Some(None)
}

/// A value of a list of version 5: the text, or the number; neither for what is none.
fn read_form(image: &Image, names: &mut Reader<'static>, form: u64) -> Option<(&'static [u8], u64)> {
    let number = match form {
        0x08 => return Some((names.text()?, 0)),
        0x0e => {
            let offset = names.u32()? as usize;
            return Some((Reader::new(image.texts.bytes, offset).text()?, 0));
        }
        0x1f => {
            let offset = names.u32()? as usize;
            return Some((Reader::new(image.line_texts.bytes, offset).text()?, 0));
        }
        0x0b => names.u8()?.into(),
        0x05 => names.u16()?.into(),
        0x06 => names.u32()?.into(),
        0x07 => names.u64()?,
        0x0f => names.unsigned()?,
        0x1e => {
            names.skip(16)?;
            0
        }
        0x09 => {
            let size = names.unsigned()? as usize;
            names.skip(size)?;
            0
        }
        _ => return None,
    };
    Some((&[], number))
}
