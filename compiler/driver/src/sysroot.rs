//! Where the standard library and the runtimes are.

use std::path::{Path, PathBuf};

use crate::options::Flavour;

/// The folder that holds `stdlib/` and `<target>/<flavour>/runtime.{a,bc}`.
#[derive(Clone, Debug, Default)]
pub struct Sysroot {
    /// `…/lib/hubbub`.
    pub folder: PathBuf,
}

impl Sysroot {
    /// `$HUBBUB_SYSROOT/lib/hubbub`, or `../lib/hubbub` from the folder of this program; else the folders tried.
    pub fn find() -> Result<Self, Vec<PathBuf>> {
        let given = std::env::var_os("HUBBUB_SYSROOT").map(PathBuf::from);
        let candidates: Vec<PathBuf> = match given {
            Some(root) => vec![root.join("lib/hubbub"), root],
            None => beside_program().into_iter().collect(),
        };
        match candidates.iter().find(|folder| folder.join("stdlib").is_dir()) {
            Some(folder) => Ok(Self { folder: folder.clone() }),
            None => Err(candidates),
        }
    }

    /// The folder of the standard library's modules.
    pub fn stdlib(&self) -> PathBuf {
        self.folder.join("stdlib")
    }

    /// The runtime as an archive.
    pub fn archive(&self, target: &str, flavour: Flavour) -> PathBuf {
        self.runtime(target, flavour).join("runtime.a")
    }

    /// The runtime for libraries that C programs use.
    pub fn library_archive(&self, target: &str, flavour: Flavour) -> PathBuf {
        self.runtime(target, flavour).join("library.a")
    }

    /// The runtime as bitcode.
    pub fn bitcode(&self, target: &str, flavour: Flavour) -> PathBuf {
        self.runtime(target, flavour).join("runtime.bc")
    }

    /// A C library that is linked on demand.
    pub fn library(&self, target: &str, name: &str) -> PathBuf {
        self.folder.join(target).join(name)
    }

    /// A facility of the standard library as bitcode; the archives of both flavours have it as well.
    pub fn facility(&self, target: &str, name: &str) -> PathBuf {
        self.folder.join(target).join("library").join(name).with_extension("bc")
    }

    /// What the linker is told besides: sections that no program needs.
    pub fn link_script(&self, target: &str) -> PathBuf {
        self.folder.join(target).join("link.ld")
    }

    /// The same for programs without debug information that keep the table of their lines.
    pub fn lines_script(&self, target: &str) -> PathBuf {
        self.folder.join(target).join("lines.ld")
    }

    /// The folder of programs that are for the compiler only: the linker, where there is a better one than the system's.
    pub fn programs(&self) -> PathBuf {
        self.folder.join("bin")
    }

    fn runtime(&self, target: &str, flavour: Flavour) -> PathBuf {
        self.folder.join(target).join(flavour.name())
    }
}

fn beside_program() -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    let folder = program.parent().and_then(Path::parent)?;
    Some(folder.join("lib/hubbub"))
}
