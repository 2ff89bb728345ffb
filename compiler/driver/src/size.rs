//! What the bytes of a program are: a table that adds up to the file exactly.
//!
//! Sections are counted by what they hold; what belongs to no section (headers, gaps for alignment) is a row of its own. Symbols tell
//! which procedures and modules the code belongs to. Reads ELF; start with [`measure`].

use indexmap::IndexMap;
use object::{Object, ObjectSection, ObjectSymbol, SectionFlags, SectionKind, SymbolKind, elf};
use serde::Serialize;

/// The size of a program, row by row. All but `bss` are bytes of the file; `file` is their sum.
#[derive(Clone, Default, Debug, Serialize)]
pub struct Sizes {
    /// The whole file.
    pub file: u64,
    /// The file without symbols and debug information.
    pub stripped: u64,
    /// Machine code.
    pub text: u64,
    /// Read-only data.
    pub rodata: u64,
    /// Data that can be written.
    pub data: u64,
    /// Tables for unwinding.
    pub unwind: u64,
    /// Tables for the dynamic loader.
    pub dynamic: u64,
    /// Symbol and string tables.
    pub symbols: u64,
    /// Debug information.
    pub debug: u64,
    /// Headers, notes and gaps for alignment.
    pub other: u64,
    /// Zeroed memory, which takes no room in the file.
    pub bss: u64,
    /// The largest modules, by code and data.
    pub modules: Vec<Item>,
    /// The largest procedures.
    pub procedures: Vec<Item>,
}

/// A module or procedure with its bytes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: u64,
}

/// Modules and procedures listed.
const LARGEST: usize = 10;

/// The rows of a program that has its symbols, with the length of its stripped twin.
pub fn measure(program: &[u8], stripped: u64) -> Result<Sizes, object::Error> {
    let file = object::File::parse(program)?;
    let mut sizes = Sizes { file: program.len() as u64, stripped, ..Sizes::default() };
    for section in file.sections() {
        *row(&mut sizes, &section) += section_bytes(&section);
    }
    let counted = sizes.text + sizes.rodata + sizes.data + sizes.unwind + sizes.dynamic + sizes.symbols + sizes.debug;
    sizes.other = sizes.file.saturating_sub(counted);
    list_symbols(&file, &mut sizes);
    Ok(sizes)
}

fn section_bytes<'data>(section: &impl ObjectSection<'data>) -> u64 {
    match section.kind() {
        SectionKind::UninitializedData | SectionKind::UninitializedTls => section.size(),
        // Notes and the like count as `other`, which is what is left.
        SectionKind::Note | SectionKind::Unknown => 0,
        _ => section.file_range().map_or(0, |(_, size)| size),
    }
}

fn row<'sizes, 'data>(sizes: &'sizes mut Sizes, section: &impl ObjectSection<'data>) -> &'sizes mut u64 {
    let name = section.name().unwrap_or("");
    if name.starts_with(".debug") {
        return &mut sizes.debug;
    }
    if name.starts_with(".eh_frame") || name.starts_with(".gcc_except_table") {
        return &mut sizes.unwind;
    }
    if matches!(name, ".symtab" | ".strtab" | ".shstrtab") {
        return &mut sizes.symbols;
    }
    if name.starts_with(".dyn") || name.starts_with(".rel") || name.starts_with(".gnu") || name.starts_with(".hash") {
        return &mut sizes.dynamic;
    }
    match section.kind() {
        SectionKind::Text => &mut sizes.text,
        SectionKind::UninitializedData | SectionKind::UninitializedTls => &mut sizes.bss,
        SectionKind::Data | SectionKind::Tls => &mut sizes.data,
        SectionKind::Note | SectionKind::Unknown => &mut sizes.other,
        _ if has_flag(section.flags(), elf::SHF_WRITE) => &mut sizes.data,
        _ if has_flag(section.flags(), elf::SHF_ALLOC) => &mut sizes.rodata,
        _ => &mut sizes.symbols,
    }
}

fn has_flag(section_flags: SectionFlags, flag: elf::SectionFlags) -> bool {
    matches!(section_flags, SectionFlags::Elf { sh_flags, .. } if sh_flags.0 & flag.0 != 0)
}

/// Symbols of one address are one procedure: only the first counts.
fn list_symbols(file: &object::File<'_>, sizes: &mut Sizes) {
    let mut modules: IndexMap<String, u64> = IndexMap::new();
    let mut seen = hashbrown::HashSet::new();
    for symbol in file.symbols() {
        let is_code = symbol.kind() == SymbolKind::Text;
        let section = symbol.section_index().and_then(|index| file.section_by_index(index).ok());
        let is_in_file = section.is_some_and(|section| section.file_range().is_some());
        if !is_in_file
            || !(is_code || symbol.kind() == SymbolKind::Data)
            || symbol.size() == 0
            || !seen.insert(symbol.address())
        {
            continue;
        }
        let name = demangle(symbol.name().unwrap_or(""));
        *modules.entry(module_of(&name).to_owned()).or_default() += symbol.size();
        if is_code {
            sizes.procedures.push(Item { name, bytes: symbol.size() });
        }
    }
    sizes.modules = modules.into_iter().map(|(name, bytes)| Item { name, bytes }).collect();
    keep_largest(&mut sizes.modules);
    keep_largest(&mut sizes.procedures);
}

fn keep_largest(items: &mut Vec<Item>) {
    items.sort_by(|a, b| b.bytes.cmp(&a.bytes).then_with(|| a.name.cmp(&b.name)));
    items.truncate(LARGEST);
}

/// The runtime's own names as they stand in its source: `_ZN3foo3bar17h0123456789abcdefE` is `foo::bar`.
pub(crate) fn demangle(symbol: &str) -> String {
    let mut parts = Vec::new();
    let mut rest = symbol.strip_prefix("_ZN").unwrap_or("");
    while let Some(end) = rest.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0) {
        let Some((length, behind)) = rest.split_at_checked(end) else { break };
        let Some((part, behind)) = length.parse().ok().and_then(|length| behind.split_at_checked(length)) else {
            break;
        };
        parts.push(part);
        rest = behind;
    }
    // The last part is a hash.
    parts.pop();
    if parts.is_empty() { symbol.to_owned() } else { parts.join("::") }
}

/// `Trees.build` is of `Trees`; symbols without a module are the runtime's.
fn module_of(symbol: &str) -> &str {
    let head = symbol.split(['(', '{']).next().unwrap_or(symbol);
    match head.rsplit_once('.') {
        Some((module, _)) if !module.is_empty() && !symbol.starts_with('_') && !symbol.contains("::") => module,
        _ => "(runtime)",
    }
}

#[cfg(test)]
mod tests {
    use super::{demangle, measure, module_of};

    #[test]
    fn rows_add_up_to_the_file() {
        let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let sizes = measure(&program, 1).unwrap();
        let rows = sizes.text + sizes.rodata + sizes.data + sizes.unwind + sizes.dynamic + sizes.symbols + sizes.debug;
        assert_eq!(rows + sizes.other, program.len() as u64);
        assert!(sizes.text > 10_000 && sizes.rodata > 1_000 && sizes.symbols > 1_000, "{sizes:?}");
        assert!(sizes.other < 100_000, "{sizes:?}");
        assert_eq!(sizes.procedures.len(), 10);
    }

    #[test]
    fn names_of_rust() {
        assert_eq!(demangle("_ZN3foo6panics17h0123456789abcdefE"), "foo::panics");
        assert_eq!(demangle("Trees.build"), "Trees.build");
        assert_eq!(demangle("_ZN99foo"), "_ZN99foo");
    }

    #[test]
    fn modules_of_symbols() {
        assert_eq!(module_of("Trees.build"), "Trees");
        assert_eq!(module_of("Dir/List.push{Int}(a.b)"), "Dir/List");
        assert_eq!(module_of("hb_rt_panic"), "(runtime)");
        assert_eq!(module_of("_ZN4core3fmt.llvm.123"), "(runtime)");
    }
}
