//! Code actions: the fixes that diagnostics carry.

use hubbub_base::Span;
use hubbub_diagnostics::{Applicability, Diagnostic, Fix};
use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, Uri, WorkspaceEdit,
};

use crate::diagnostics::{home, touches};
use crate::program::{Moment, Program};
use crate::requests::{Answer, Asked};

/// The fixes of what is wrong within a range.
pub fn actions(asked: &mut Asked<'_>, parameters: CodeActionParams) -> Answer<Option<Vec<CodeActionOrCommand>>> {
    let (path, _) = asked.document(&parameters.text_document)?;
    let is_wanted = |kind: &CodeActionKind| CodeActionKind::QUICKFIX.as_str().starts_with(kind.as_str());
    if parameters.context.only.as_ref().is_some_and(|only| !only.iter().any(is_wanted)) {
        return Ok(None);
    }
    let moment = asked.moment;
    let program = asked.program(&path)?;
    let mut actions = Vec::new();
    for diagnostic in &program.diagnostics {
        let at = home(program, diagnostic).filter(|span| program.path(span.file) == Some(&path));
        if at.and_then(|span| program.range(span)).is_some_and(|range| touches(range, parameters.range)) {
            actions.extend(
                diagnostic.fixes.iter().filter_map(|fix| action(moment, program, diagnostic, fix, &parameters)),
            );
        }
    }
    Ok(Some(actions))
}

fn action(
    moment: &Moment,
    program: &Program,
    diagnostic: &Diagnostic,
    fix: &Fix,
    parameters: &CodeActionParams,
) -> Option<CodeActionOrCommand> {
    if fix.edits.is_empty() || fix.edits.iter().any(|(span, _)| program.is_library(span.file)) {
        return None;
    }
    let edit = workspace_edit(moment, program, &fix.edits)?;
    let is_sure = fix.applicability == Applicability::MachineApplicable;
    let is_it = |shown: &&lsp_types::Diagnostic| {
        matches!(&shown.code, Some(lsp_types::NumberOrString::String(code)) if code == diagnostic.kind.code())
            && Some(shown.range) == diagnostic.span.and_then(|span| program.range(span))
    };
    let mended: Vec<_> = parameters.context.diagnostics.iter().filter(is_it).cloned().collect();
    Some(CodeActionOrCommand::CodeAction(CodeAction {
        title: fix.message.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(mended).filter(|mended| !mended.is_empty()),
        edit: Some(edit),
        is_preferred: Some(is_sure),
        ..CodeAction::default()
    }))
}

/// Changes of a program's files, file by file in their order.
pub fn workspace_edit(moment: &Moment, program: &Program, edits: &[(Span, String)]) -> Option<WorkspaceEdit> {
    let mut all: Vec<Edited> = Vec::new();
    for (span, text) in edits {
        let path = program.path(span.file)?;
        let edit = (program.range(*span)?, text.clone());
        let uri = moment.uri(path)?;
        let version = moment.documents.get(path).map(|document| document.version);
        match all.iter_mut().find(|edited| edited.uri == uri) {
            Some(edited) => edited.edits.push(edit),
            None => all.push(Edited { uri, version, edits: vec![edit] }),
        }
    }
    Some(edit_of(moment, all))
}

/// Changes of one file.
pub struct Edited {
    /// The file.
    pub uri: Uri,
    /// The version of the document that they are for, if it is open.
    pub version: Option<i32>,
    /// What to put where.
    pub edits: Vec<(Range, String)>,
}

/// Changes in the form that the editor takes.
#[expect(clippy::mutable_key_type, reason = "it is the type of the field; nobody changes the names of files")]
pub fn edit_of(moment: &Moment, all: Vec<Edited>) -> WorkspaceEdit {
    let text_edits = |edits: Vec<(Range, String)>| -> Vec<TextEdit> {
        edits.into_iter().map(|(range, new_text)| TextEdit { range, new_text }).collect()
    };
    if !moment.settings.has_versioned_edits {
        let changes = all.into_iter().map(|edited| (edited.uri, text_edits(edited.edits))).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let document = |edited: Edited| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { uri: edited.uri, version: edited.version },
        edits: text_edits(edited.edits).into_iter().map(OneOf::Left).collect(),
    };
    let changes = DocumentChanges::Edits(all.into_iter().map(document).collect());
    WorkspaceEdit { document_changes: Some(changes), ..WorkspaceEdit::default() }
}
