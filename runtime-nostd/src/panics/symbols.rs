//! Which procedure an address lies in.

use super::image::Image;
use super::read::Reader;

/// A procedure of the symbol table.
#[derive(Clone, Copy)]
pub struct Symbol {
    pub name: &'static [u8],
    pub address: usize,
}

const ENTRY_SIZE: usize = 24;
const PROCEDURE: u8 = 2;

/// The procedure around an address.
pub fn find(image: &Image, address: usize) -> Option<Symbol> {
    let mut table = Reader::new(image.symbols.bytes, ENTRY_SIZE);
    while let Some(mut entry) = table.part(ENTRY_SIZE) {
        let (name, kind) = (entry.u32()? as usize, entry.u8()? & 15);
        entry.skip(3)?;
        let (start, size) = (entry.u64()? as usize + image.bias, entry.u64()? as usize);
        if kind == PROCEDURE && start <= address && address - start < size {
            return Some(Symbol { name: Reader::new(image.symbol_names.bytes, name).text()?, address: start });
        }
    }
    None
}
