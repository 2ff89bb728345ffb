//! Rename: all uses of a name, if the programs mean the same afterwards.
//!
//! Whether a new name is free cannot be seen from the name alone: it may hide another one or be hidden. So the changed texts are checked: each use must mean
//! what it meant, nothing else may mean it now, and no mistake may come.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hubbub_syntax::token::TokenKind;
use lsp_server::ErrorCode;
use lsp_types::{PrepareRenameResponse, RenameParams, TextDocumentPositionParams, WorkspaceEdit};

use crate::actions::{Edited, edit_of};
use crate::documents::Document;
use crate::entity::by_path;
use crate::navigation::{Meant, Places, look_at, meant, roots};
use crate::program::{Moment, Program, checks};
use crate::requests::{Answer, Asked, error};
use crate::text::Text;

/// The name that could be renamed.
pub fn prepare(asked: &mut Asked<'_>, at: TextDocumentPositionParams) -> Answer<Option<PrepareRenameResponse>> {
    let (_, document) = asked.document(&at.text_document)?;
    let Some(meant) = meant(asked, &at)? else { return Ok(None) };
    refuse(asked, &meant)?;
    let range = document.text.range(meant.at.0, meant.at.1, asked.moment.settings.encoding);
    Ok(Some(PrepareRenameResponse::RangeWithPlaceholder { range, placeholder: meant.name }))
}

/// The changes that give a name another text everywhere.
pub fn rename(asked: &mut Asked<'_>, parameters: RenameParams) -> Answer<Option<WorkspaceEdit>> {
    let new = parameters.new_name;
    if !is_name(&new) {
        return Err(failed(format!("`{new}` is no name")));
    }
    let Some(meant) = meant(asked, &parameters.text_document_position)? else {
        return Err(failed("there is no name here that is declared in one place"));
    };
    refuse(asked, &meant)?;
    if meant.name == new {
        return Ok(None);
    }
    refuse_declared(asked, &meant, &new)?;
    let roots = roots(asked, &meant);
    let mut renaming = Renaming { meant: &meant, new: &new, uses: Places::new(), said: Vec::new() };
    for root in &roots {
        let program = asked.program(root)?;
        renaming.gather(program)?;
    }
    let (changed, edits) = renaming.changed(asked.moment)?;
    for (root, before) in roots.iter().zip(&renaming.said) {
        let Some(before) = before else { continue };
        renaming
            .verify(&Program::check(&changed, &asked.programs.parses, root, checks(asked.is_cancelled)), *before)?;
    }
    Ok(Some(edits))
}

/// Refuses what is not the user's to rename.
fn refuse(asked: &mut Asked<'_>, meant: &Meant) -> Answer<()> {
    let name = &meant.name;
    if meant.is_library || asked.programs.is_library(&meant.declared.0) {
        return Err(failed(format!("`{name}` is declared in the standard library")));
    }
    let program = asked.program(&meant.path)?;
    let symbol = program.sema.as_ref().zip(meant.decl).and_then(|(sema, decl)| {
        ["foreign", "export"].into_iter().find(|attribute| sema.attribute(decl, attribute).is_some())
    });
    match symbol {
        Some(attribute) => Err(failed(format!("`{name}` is `#{attribute}`: other languages know it by this name"))),
        None => Ok(()),
    }
}

/// Refuses a name that the module of a declaration declares already: procedures would join.
fn refuse_declared(asked: &mut Asked<'_>, meant: &Meant, new: &str) -> Answer<()> {
    let program = asked.program(&meant.path)?;
    let Some((sema, decl)) = program.sema.as_ref().zip(meant.decl) else { return Ok(()) };
    let module = sema.decl(decl).module;
    match sema.own_declarations(module, hubbub_base::Name::new(new)).next() {
        Some(_) if sema.decl(decl).parent.is_none() => {
            Err(failed(format!("`{new}` is taken: the module declares it already")))
        }
        _ => Ok(()),
    }
}

/// Whether a text is one name, and no keyword.
fn is_name(text: &str) -> bool {
    let tree = hubbub_syntax::parse_text(text).tree;
    let tokens = tree.tokens();
    tokens.kind(0) == TokenKind::Name
        && tokens.start(0) == 0
        && tokens.end(0, tree.text()) as usize == text.len()
        && text != "_"
}

fn failed(message: impl Into<String>) -> lsp_server::ResponseError {
    error(ErrorCode::RequestFailed, message)
}

struct Renaming<'m> {
    meant: &'m Meant,
    new: &'m str,
    uses: Places,
    /// How much is said of each program; nothing of those that do not have the file.
    said: Vec<Option<usize>>,
}

impl Renaming<'_> {
    fn gather(&mut self, program: &Program) -> Answer<()> {
        let Some((look, place)) = look_at(program, &self.meant.declared) else {
            self.said.push(None);
            return Ok(());
        };
        let (uses, is_doubtful) = look.uses(place);
        if is_doubtful {
            let name = &self.meant.name;
            return Err(failed(format!(
                "`{name}` stands for several procedures at a place where none of them is chosen"
            )));
        }
        self.uses.extend(uses.into_iter().filter_map(|used| by_path(program, used)));
        self.said.push(Some(program.diagnostics.len()));
        Ok(())
    }

    /// The texts as they will be, as if all were open, and the edits that lead there.
    fn changed(&self, moment: &Moment) -> Answer<(Moment, WorkspaceEdit)> {
        let mut by_file: BTreeMap<&Path, Vec<u32>> = BTreeMap::new();
        for (path, at) in &self.uses {
            by_file.entry(path).or_default().push(*at);
        }
        let mut changed = moment.clone();
        let mut edits = Vec::new();
        for (path, places) in by_file {
            let unreadable = || failed(format!("`{}` cannot be read", path.display()));
            let uri = moment.uri(path).ok_or_else(unreadable)?;
            let known = moment.documents.get(path);
            let text = match known {
                Some(document) => document.text.clone(),
                None => Text::new(std::fs::read_to_string(path).map_err(|_| unreadable())?),
            };
            let length = self.meant.name.len() as u32;
            let encoding = moment.settings.encoding;
            let edit = |at: &u32| (text.range(*at, *at + length, encoding), self.new.to_owned());
            edits.push(Edited {
                uri: uri.clone(),
                version: known.map(|document| document.version),
                edits: places.iter().map(edit).collect(),
            });
            let renamed = Text::new(self.replaced(text.text(), &places));
            changed.documents.set(path.to_owned(), Document { uri, version: 0, text: renamed });
        }
        Ok((changed, edit_of(moment, edits)))
    }

    fn replaced(&self, text: &Arc<str>, places: &[u32]) -> String {
        let mut replaced = String::with_capacity(text.len());
        let mut end = 0;
        for at in places {
            replaced.push_str(text.get(end..*at as usize).unwrap_or(""));
            replaced.push_str(self.new);
            end = *at as usize + self.meant.name.len();
        }
        replaced.push_str(text.get(end..).unwrap_or(""));
        replaced
    }

    /// Refuses if a program means something else now.
    fn verify(&self, after: &Program, before: usize) -> Answer<()> {
        let new = self.new;
        let taken = || failed(format!("`{new}` is taken: it would mean something else at a place where it is used"));
        let (look, place) = look_at(after, &self.moved(&self.meant.declared)).ok_or_else(taken)?;
        let (uses, is_doubtful) = look.uses(place);
        let found: Places = uses.into_iter().filter_map(|used| by_path(after, used)).collect();
        let of_program = |(path, _): &&(PathBuf, u32)| after.file(path).is_some();
        let expected: Places = self.uses.iter().filter(of_program).map(|used| self.moved(used)).collect();
        if is_doubtful || found != expected {
            return Err(taken());
        }
        if after.diagnostics.len() > before {
            return Err(failed(format!(
                "`{new}` is taken: there would be a mistake or a warning that there is not now"
            )));
        }
        Ok(())
    }

    /// Where a place is after the edits before it in its file.
    fn moved(&self, (path, at): &(PathBuf, u32)) -> (PathBuf, u32) {
        let before = self.uses.iter().filter(|(other, place)| other == path && place < at).count() as i64;
        let change = self.new.len() as i64 - self.meant.name.len() as i64;
        (path.clone(), (i64::from(*at) + before * change).max(0) as u32)
    }
}
