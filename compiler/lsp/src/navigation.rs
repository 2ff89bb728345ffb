//! From a name to its declaration and to all its uses.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hubbub_base::{FileId, Span};
use hubbub_sema::data::types::DeclId;
use hubbub_sema::record::Meaning;
use lsp_types::{
    DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams, GotoDefinitionParams, GotoDefinitionResponse,
    Location, ReferenceParams, TextDocumentPositionParams,
};

use crate::entity::{Look, Place, by_path, place_in};
use crate::requests::{Answer, Asked};

/// Files of the workspace that are looked at, besides the open ones, for uses of a name.
const FILES_MAX: usize = 4096;
/// Programs that are checked, besides those of the open files, for uses of a name.
const PROGRAMS_MAX: usize = 64;
/// Folders within folders that are looked into.
const DEPTH_MAX: usize = 16;

/// Places of names, by the paths of their files.
pub type Places = BTreeSet<(PathBuf, u32)>;

/// What a place in a document means to all programs that have the document.
pub struct Meant {
    /// The document.
    pub path: PathBuf,
    /// Where it is declared.
    pub declared: (PathBuf, u32),
    /// The name.
    pub name: String,
    /// The name that was asked about: its first byte and the one behind its last.
    pub at: (u32, u32),
    /// Whether only the file itself can mention it.
    pub is_inside: bool,
    /// Whether it is declared in the standard library.
    pub is_library: bool,
    /// The declaration, where it is one.
    pub decl: Option<DeclId>,
}

/// Where the name at a place is declared.
pub fn definition(asked: &mut Asked<'_>, parameters: GotoDefinitionParams) -> Answer<Option<GotoDefinitionResponse>> {
    let at = parameters.text_document_position_params;
    let (path, document) = asked.document(&at.text_document)?;
    let moment = asked.moment;
    let offset = document.text.offset(at.position, moment.settings.encoding);
    let program = asked.program(&path)?;
    let (Some(look), Some(file)) = (Look::new(program), program.file(&path)) else { return Ok(None) };
    let Some(named) = look.named(file, offset) else { return Ok(None) };
    let places = match named.module {
        Some(module) => vec![(look.sema.file(module), 0)],
        None => named.places,
    };
    let location = |(file, at): Place| {
        let end = look.name_at(file, at).map_or(at, |(_, end)| end);
        let span = if named.module.is_some() { Span::new(file, 0, 0) } else { Span::new(file, at, end) };
        program.location(moment, span)
    };
    let locations: Vec<Location> = places.into_iter().filter_map(location).collect();
    Ok(Some(GotoDefinitionResponse::Array(locations)).filter(|_| !program.sources.files.is_empty()))
}

/// All uses of the name at a place.
pub fn references(asked: &mut Asked<'_>, parameters: ReferenceParams) -> Answer<Option<Vec<Location>>> {
    let Some(meant) = meant(asked, &parameters.text_document_position)? else { return Ok(None) };
    let roots = roots(asked, &meant);
    let mut locations = Vec::new();
    let mut known = Places::new();
    for root in roots {
        let moment = asked.moment;
        let program = asked.program(&root)?;
        let Some((look, place)) = look_at(program, &meant.declared) else { continue };
        for used in look.uses(place).0 {
            let Some(by_path) = by_path(program, used) else { continue };
            if used == place && !parameters.context.include_declaration || !known.insert(by_path) {
                continue;
            }
            let end = used.1 + meant.name.len() as u32;
            locations.extend(program.location(moment, Span::new(used.0, used.1, end)));
        }
    }
    Ok(Some(locations))
}

/// The uses of the name at a place in its own file.
pub fn highlight(asked: &mut Asked<'_>, parameters: DocumentHighlightParams) -> Answer<Option<Vec<DocumentHighlight>>> {
    let Some(meant) = meant(asked, &parameters.text_document_position_params)? else { return Ok(None) };
    let program = asked.program(&meant.path)?;
    let Some((look, place)) = look_at(program, &meant.declared) else { return Ok(None) };
    let Some(file) = program.file(&meant.path) else { return Ok(None) };
    let uses = look.uses(place).0.into_iter().filter(|used| used.0 == file);
    let highlight = |used: Place| {
        let is_declared = used == place || matches!(look.best(used.0, used.1), Some(Meaning::Variable(_)));
        let kind = if is_declared { DocumentHighlightKind::WRITE } else { DocumentHighlightKind::READ };
        let range = program.range(Span::new(used.0, used.1, used.1 + meant.name.len() as u32))?;
        Some(DocumentHighlight { range, kind: Some(kind) })
    };
    Ok(Some(uses.filter_map(highlight).collect()))
}

/// What the name at a place means, if it is declared in one place.
pub fn meant(asked: &mut Asked<'_>, at: &TextDocumentPositionParams) -> Answer<Option<Meant>> {
    let (path, document) = asked.document(&at.text_document)?;
    let offset = document.text.offset(at.position, asked.moment.settings.encoding);
    let program = asked.program(&path)?;
    let (Some(look), Some(file)) = (Look::new(program), program.file(&path)) else { return Ok(None) };
    Ok(meant_at(&look, &path, file, offset))
}

fn meant_at(look: &Look<'_>, path: &Path, file: FileId, offset: u32) -> Option<Meant> {
    let named = look.named(file, offset)?;
    let (_, start, end) = named.at;
    let [place] = named.places.as_slice() else { return None };
    let name = look.text_at(*place)?.to_owned();
    let is_local =
        matches!(look.best(file, start), Some(Meaning::Variable(_) | Meaning::Local(..) | Meaning::Generic(_)));
    Some(Meant {
        path: path.to_owned(),
        declared: by_path(look.program, *place)?,
        name,
        at: (start, end),
        // a parameter is a variable of the body, but calls elsewhere may name it
        is_inside: is_local && look.declaring_node(*place).is_none(),
        is_library: look.program.is_library(place.0),
        decl: named.decls.first().copied(),
    })
}

/// A place in a program, if that has its file.
pub fn look_at<'p>(program: &'p crate::program::Program, declared: &(PathBuf, u32)) -> Option<(Look<'p>, Place)> {
    Some((Look::new(program)?, place_in(program, declared)?))
}

/// The main modules of the programs that may mention something: the open documents, and files of the workspace in which the name occurs.
pub fn roots(asked: &Asked<'_>, meant: &Meant) -> Vec<PathBuf> {
    let mut roots = vec![meant.path.clone()];
    if meant.is_inside {
        return roots;
    }
    roots.extend(asked.moment.documents.iter().map(|(path, _)| path.clone()).filter(|path| *path != meant.path));
    let mut files = Vec::new();
    for folder in &asked.moment.settings.workspace {
        collect(folder, 0, &mut files);
    }
    let mentions = |path: &PathBuf| {
        !roots.contains(path) && std::fs::read_to_string(path).is_ok_and(|text| text.contains(&meant.name))
    };
    let more: Vec<PathBuf> = files.into_iter().filter(mentions).take(PROGRAMS_MAX).collect();
    roots.extend(more);
    roots
}

/// The modules in a folder and those within, in the order of their names.
fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut inside: Vec<_> = entries.map(|entry| entry.path()).collect();
    inside.sort();
    for path in inside {
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if files.len() >= FILES_MAX || is_hidden || path.is_symlink() {
            continue;
        }
        if path.extension().is_some_and(|extension| extension == "hb") {
            files.push(crate::paths::canonical(&path));
        } else if path.is_dir() && depth < DEPTH_MAX {
            collect(&path, depth + 1, files);
        }
    }
}
