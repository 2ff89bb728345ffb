//! The program's own file: its sections, and where it lies in memory.
//!
//! Opened only when something is to be explained. Whatever is missing (a stripped program has no symbols) is empty.

use super::read::Reader;
use core::{ptr, slice};
use rustix::fs::{Mode, OFlags, SeekFrom};
use rustix::mm::{MapFlags, ProtFlags};

unsafe extern "C" {
    /// The linker's: the first byte of the program in memory.
    static __ehdr_start: u8;
}

/// A section: its bytes, and its address in memory.
#[derive(Clone, Copy, Default)]
pub struct Section {
    pub bytes: &'static [u8],
    pub address: usize,
}

/// What the program's file says about the program.
#[derive(Default)]
pub struct Image {
    pub symbols: Section,
    pub symbol_names: Section,
    pub frames: Section,
    pub lines: Section,
    pub line_texts: Section,
    pub texts: Section,
    /// What is added to the file's addresses.
    pub bias: usize,
}

impl Image {
    /// Empty where the file cannot be read.
    pub fn open() -> Image {
        let mut image = Image::default();
        if let Some(bytes) = map_program() {
            // The linker says where the file's first byte lies; programs at fixed addresses say the same themselves.
            let is_fixed = bytes.get(16) == Some(&2);
            image.bias = if is_fixed { 0 } else { (&raw const __ehdr_start).addr() };
            let _ = image.find_sections(bytes);
        }
        image
    }

    fn find_sections(&mut self, bytes: &'static [u8]) -> Option<()> {
        let table = Reader::new(bytes, 0x28).u64()? as usize;
        let mut counts = Reader::new(bytes, 0x3a);
        let (size, count, names) = (counts.u16()? as usize, counts.u16()? as usize, counts.u16()? as usize);
        let names = header(bytes, table + names * size)?.1;
        for index in 0..count {
            let Some((name, section)) = header(bytes, table + index * size) else { continue };
            let section = Section { address: section.address + self.bias, ..section };
            let target = match Reader::new(names.bytes, name).text() {
                Some(b".symtab") => &mut self.symbols,
                Some(b".strtab") => &mut self.symbol_names,
                Some(b".eh_frame") => &mut self.frames,
                Some(b".debug_line") => &mut self.lines,
                Some(b".debug_line_str") => &mut self.line_texts,
                Some(b".debug_str") => &mut self.texts,
                _ => continue,
            };
            *target = section;
        }
        Some(())
    }
}

/// A section header: where the name is, and the section. Compressed ones count as empty.
fn header(bytes: &'static [u8], at: usize) -> Option<(usize, Section)> {
    let mut header = Reader::new(bytes, at);
    let (name, kind, flags) = (header.u32()? as usize, header.u32()?, header.u64()?);
    let (address, offset, size) = (header.u64()? as usize, header.u64()? as usize, header.u64()? as usize);
    const NO_BITS: u32 = 8;
    const COMPRESSED: u64 = 1 << 11;
    let has_bytes = kind != NO_BITS && flags & COMPRESSED == 0;
    let contents = if has_bytes { bytes.get(offset..offset.checked_add(size)?)? } else { &[] };
    Some((name, Section { bytes: contents, address }))
}

fn map_program() -> Option<&'static [u8]> {
    let file = rustix::fs::open(c"/proc/self/exe", OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty()).ok()?;
    let size = rustix::fs::seek(&file, SeekFrom::End(0)).ok()? as usize;
    // SAFETY: a mapping at a place of the kernel's choice, of a file that is not written while it runs; it stays for ever.
    unsafe {
        let start = rustix::mm::mmap(ptr::null_mut(), size, ProtFlags::READ, MapFlags::PRIVATE, &file, 0).ok()?;
        Some(slice::from_raw_parts(start.cast(), size))
    }
}
