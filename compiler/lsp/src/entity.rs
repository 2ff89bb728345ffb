//! What stands at a place: from a cursor to what the name there means, and from that to all places that mean it.
//!
//! What a name means is known by where that is declared: a byte of a file. The same file may be in several programs, so between programs the place is a path
//! and a byte.

use std::path::{Path, PathBuf};

use hubbub_base::FileId;
use hubbub_base::table::Id;
use hubbub_sema::Sema;
use hubbub_sema::data::types::{DeclId, ModuleId};
use hubbub_sema::record::{Meaning, Note};
use hubbub_sema::store::decls::DeclKind;
use hubbub_syntax::token::TokenKind;
use hubbub_syntax::{NodeId, Tree, View};

use crate::program::Program;

/// Captures within captures that are followed.
const CAPTURES_MAX: usize = 64;

/// A byte of a file of a program.
pub type Place = (FileId, u32);

/// A name and what it means.
#[derive(Debug)]
pub struct Named {
    /// Where it stands: the file, the first byte and the one behind the last.
    pub at: (FileId, u32, u32),
    /// Where what it means is declared; several places for a name of several procedures of which none has been chosen.
    pub places: Vec<Place>,
    /// The module, where it means one.
    pub module: Option<ModuleId>,
    /// The declarations among what it means.
    pub decls: Vec<DeclId>,
}

/// Somewhere in a program.
#[derive(Clone, Copy)]
pub struct Look<'p> {
    /// The program.
    pub program: &'p Program,
    /// What the checker knows of it.
    pub sema: &'p Sema,
}

impl<'p> Look<'p> {
    /// Somewhere in a program that could be looked at.
    pub fn new(program: &'p Program) -> Option<Self> {
        Some(Self { program, sema: program.sema.as_ref()? })
    }

    /// The tree of a file.
    pub fn tree(&self, file: FileId) -> &'p Tree {
        self.sema.tree(module_of(file))
    }

    /// The name at a byte, or that ends there.
    pub fn name_at(&self, file: FileId, offset: u32) -> Option<(u32, u32)> {
        name_at(self.tree(file), offset)
    }

    /// The name at a byte and what it means.
    pub fn named(&self, file: FileId, offset: u32) -> Option<Named> {
        if let Some(found) = self.import_at(file, offset) {
            return Some(found);
        }
        let (start, end) = self.name_at(file, offset)?;
        let mut decls = Vec::new();
        let mut module = None;
        let mut places = Vec::new();
        match self.best(file, start) {
            Some(Meaning::Module(found)) => module = Some(*found),
            Some(Meaning::Decl(decl) | Meaning::Chosen(decl)) => decls.push(*decl),
            Some(Meaning::Several(all) | Meaning::Candidates { all, .. }) => decls.extend(all.iter()),
            Some(meaning) => places.extend(self.place_of(file, start, meaning)),
            None => match self.decl_named_at(file, start) {
                Some(decl) => decls.push(decl),
                None if self.declares(file, start) => places.push((file, start)),
                None => return None,
            },
        }
        if let [decl] = decls.as_slice()
            && let DeclKind::Module(found) = self.sema.decl(*decl).kind
        {
            module = Some(found);
        }
        places.extend(decls.iter().map(|decl| self.decl_place(*decl)));
        Some(Named { at: (file, start, end), places, module, decls })
    }

    /// Where a declaration's name stands.
    pub fn decl_place(&self, decl: DeclId) -> Place {
        let decl = self.sema.decl(decl);
        (self.sema.file(decl.module), decl.at)
    }

    /// The notes at a place.
    pub fn notes(&self, file: FileId, at: u32) -> &'p [Note] {
        let notes = &self.program.notes;
        let first = notes.partition_point(|note| (note.file, note.at) < (file, at));
        let count = notes.iter().skip(first).take_while(|note| (note.file, note.at) == (file, at)).count();
        notes.get(first..first + count).unwrap_or(&[])
    }

    /// What the name that begins at a place means: of what has been noted there, what tells most.
    pub fn best(&self, file: FileId, at: u32) -> Option<&'p Meaning> {
        let rank = |meaning: &Meaning| match meaning {
            Meaning::Chosen(_) => 0,
            Meaning::Local(..) => 1,
            Meaning::Member(..) => 2,
            Meaning::Variable(_) => 3,
            Meaning::Decl(_) | Meaning::Generic(_) | Meaning::Module(_) => 4,
            Meaning::Several(_) => 5,
            Meaning::Candidates { .. } => 6,
            Meaning::Language => 7,
            Meaning::Called(_) => 8,
        };
        self.notes(file, at).iter().map(|note| &note.meaning).min_by_key(|meaning| rank(meaning))
    }

    /// Where something is declared that has one place.
    fn place_of(&self, file: FileId, at: u32, meaning: &Meaning) -> Option<Place> {
        match meaning {
            Meaning::Variable(_) => Some(self.outermost(file, at)),
            Meaning::Local(declared, _) => Some(self.outermost(file, *declared)),
            Meaning::Member(file, at) => Some((*file, *at)),
            Meaning::Generic(at) => Some((file, *at)),
            Meaning::Decl(decl) | Meaning::Chosen(decl) => Some(self.decl_place(*decl)),
            _ => None,
        }
    }

    /// Where the variable is declared that is captured at a place, if it is: `[x]` declares an x that is the one outside.
    fn outermost(&self, file: FileId, at: u32) -> Place {
        let mut at = at;
        for _ in 0..CAPTURES_MAX {
            let captured = self.notes(file, at).iter().find_map(|note| match note.meaning {
                Meaning::Local(outer, _) if outer != at => Some(outer),
                _ => None,
            });
            match captured {
                Some(outer) => at = outer,
                None => break,
            }
        }
        (file, at)
    }

    /// All places that mean what is declared at a place, in order, that one too; and whether some of them may mean others as well.
    pub fn uses(&self, place: Place) -> (Vec<Place>, bool) {
        let mut uses = vec![place];
        let mut is_doubtful = false;
        let wanted = self.text_at(place);
        for group in self.program.notes.chunk_by(|a, b| (a.file, a.at) == (b.file, b.at)) {
            let Some(first) = group.first() else { continue };
            let here = (first.file, first.at);
            let Some(meaning) = self.best(first.file, first.at) else { continue };
            let is_it = match meaning {
                Meaning::Several(all) | Meaning::Candidates { all, .. } => {
                    let is_among = all.iter().any(|decl| self.decl_place(*decl) == place);
                    is_doubtful |= is_among;
                    is_among
                }
                meaning => self.place_of(first.file, first.at, meaning) == Some(place),
            };
            // another name of it is none of it
            if is_it && self.text_at(here) == wanted {
                uses.push(here);
            }
        }
        uses.sort_unstable();
        uses.dedup();
        (uses, is_doubtful)
    }

    /// The name that begins at a place.
    pub fn text_at(&self, (file, at): Place) -> Option<&'p str> {
        let (start, end) = self.name_at(file, at).filter(|(start, _)| *start == at)?;
        self.tree(file).text().get(start as usize..end as usize)
    }

    /// The declaration whose name begins at a place.
    pub fn decl_named_at(&self, file: FileId, at: u32) -> Option<DeclId> {
        let module = self.sema.modules.get(module_of(file))?;
        let is_it = |id: &DeclId| {
            let decl = self.sema.decl(*id);
            decl.at == at && !decl.name.as_str().is_empty()
        };
        (module.decls.start..module.decls.end).map(|index| DeclId::from_index(index as usize)).find(is_it)
    }

    /// Whether a field, member, parameter or the like is declared at a place.
    fn declares(&self, file: FileId, at: u32) -> bool {
        self.declaring_node((file, at)).is_some()
    }

    /// The node that declares a field, member, parameter or generic parameter at a place.
    pub fn declaring_node(&self, (file, at): Place) -> Option<NodeId> {
        let tree = self.tree(file);
        let declares = |node: &NodeId| match tree.view(*node) {
            View::Field { names, .. } => names.iter().any(|name| tree.start(*name) == at),
            View::Using { name, .. }
            | View::Member { name, .. }
            | View::Parameter { name, .. }
            | View::Generic { name, .. } => tree.start(name) == at,
            _ => false,
        };
        (0..tree.node_count()).map(NodeId::from_index).find(declares)
    }

    /// The module whose name in an import is at a byte.
    fn import_at(&self, file: FileId, offset: u32) -> Option<Named> {
        let module = self.sema.modules.get(module_of(file))?;
        module.imports.iter().find_map(|import| {
            let View::Import { path, .. } = module.tree.view(import.node) else { return None };
            let (start, end) = module.tree.range(path);
            let is_here = (start..=end).contains(&offset);
            let found = import.module.filter(|_| is_here)?;
            Some(Named { at: (file, start, end), places: Vec::new(), module: Some(found), decls: Vec::new() })
        })
    }
}

/// The name in a tree at a byte, or that ends there: its first byte and the one behind its last.
pub fn name_at(tree: &Tree, offset: u32) -> Option<(u32, u32)> {
    let tokens = tree.tokens();
    let (mut low, mut high) = (0, tokens.len() as u32);
    while low < high {
        let middle = low.midpoint(high);
        if tokens.start(middle) <= offset { low = middle + 1 } else { high = middle }
    }
    let around = [low.checked_sub(1)?, low.saturating_sub(2)];
    around.into_iter().find_map(|index| {
        let (start, end) = (tokens.start(index), tokens.end(index, tree.text()));
        let is_name = tokens.kind(index) == TokenKind::Name && (start..=end).contains(&offset);
        is_name.then_some((start, end))
    })
}

/// The module that is a file: they are numbered alike.
pub fn module_of(file: FileId) -> ModuleId {
    ModuleId::from_index(file.index())
}

/// A place in any program that has the file.
pub fn place_in(program: &Program, (path, at): &(PathBuf, u32)) -> Option<Place> {
    Some((program.file(path)?, *at))
}

/// A place by the path of its file.
pub fn by_path(program: &Program, (file, at): Place) -> Option<(PathBuf, u32)> {
    Some((Path::to_owned(program.path(file)?), at))
}
