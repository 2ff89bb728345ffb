//! What the objects leave to others to define.

use hashbrown::HashSet;
use object::read::archive::ArchiveFile;
use object::{Object as _, ObjectSymbol};

/// What else takes part in linking.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Needs {
    /// The C library, for a symbol that is neither in the objects nor in the runtime.
    pub libc: bool,
    /// Libraries of the sysroot.
    pub bundled: Vec<&'static str>,
}

/// The client of Postgres, with Rust's std in it, which walks the stack when it panics.
pub const POSTGRES: &str = "libhubbub_postgres.a";

/// Libraries of the sysroot, with what the names of their symbols begin with.
const BUNDLED: [(&str, &[&[u8]]); 7] = [
    ("libmimalloc.a", &[b"mi_"]),
    ("libgc.a", &[b"GC_"]),
    ("libpcre2.a", &[b"pcre2_"]),
    ("libsqlite3.a", &[b"sqlite3_"]),
    (POSTGRES, &[b"hb_postgres_"]),
    ("libmpfr.a", &[b"mpfr_"]),
    // MPFR stands on it.
    ("libgmp.a", &[b"__gmp", b"mpfr_"]),
];

/// Looks for what the objects and the runtime do not define.
pub fn find(objects: &[&[u8]], runtime: &[u8]) -> Needs {
    let mut defined: HashSet<&[u8]> = HashSet::new();
    let mut wanted: Vec<&[u8]> = Vec::new();
    for object in objects {
        collect(object, &mut defined, &mut wanted);
    }
    if let Ok(Some(symbols)) = ArchiveFile::parse(runtime).and_then(|archive| archive.symbols()) {
        defined.extend(symbols.flatten().map(|symbol| symbol.name()));
    }
    // What begins so is made by the linker.
    let is_of_linker =
        |name: &[u8]| name.starts_with(b"__start_") || name.starts_with(b"__stop_") || LINKER.contains(&name);
    wanted.retain(|name| !defined.contains(name) && !is_of_linker(name));
    let is_wanted = |prefix: &&[u8]| wanted.iter().any(|name| name.starts_with(prefix));
    let bundled =
        BUNDLED.into_iter().filter(|(_, prefixes)| prefixes.iter().any(is_wanted)).map(|(name, _)| name).collect();
    Needs { libc: !wanted.is_empty(), bundled }
}

const LINKER: [&[u8]; 8] = [
    b"_GLOBAL_OFFSET_TABLE_",
    b"__ehdr_start",
    b"__executable_start",
    b"_DYNAMIC",
    b"_end",
    b"_etext",
    b"_edata",
    b"__bss_start",
];

/// Whether one of the objects defines a symbol.
pub fn is_defined(objects: &[&[u8]], symbol: &[u8]) -> bool {
    let mut defined = HashSet::new();
    objects.iter().for_each(|object| collect(object, &mut defined, &mut Vec::new()));
    defined.contains(symbol)
}

fn collect<'o>(bytes: &'o [u8], defined: &mut HashSet<&'o [u8]>, wanted: &mut Vec<&'o [u8]>) {
    let Ok(file) = object::File::parse(bytes) else { return };
    for symbol in file.symbols() {
        let Ok(name) = symbol.name_bytes() else { continue };
        if symbol.is_undefined() && !symbol.is_weak() && !name.is_empty() {
            wanted.push(name);
        } else if symbol.is_global() {
            defined.insert(name);
        }
    }
}
