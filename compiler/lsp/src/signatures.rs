//! Signature help: what the call takes in whose parentheses somebody is typing, and which argument that is.

use hubbub_base::table::Id;
use hubbub_sema::data::types::{DeclId, ModuleId};
use hubbub_sema::record::Meaning;
use hubbub_syntax::token::TokenKind;
use hubbub_syntax::{Tree, View};
use lsp_types::{
    Documentation, MarkupContent, MarkupKind, ParameterInformation, ParameterLabel, SignatureHelp, SignatureHelpParams,
    SignatureInformation,
};

use crate::completion::{Typed, typed};
use crate::requests::{Answer, Asked};

/// Overloads that are shown at most.
const OVERLOADS_MAX: usize = 32;

/// The call around a place.
struct Call {
    /// Where the name of what is called begins.
    callee: u32,
    /// Commas of the call before the place.
    commas: u32,
    /// The name before `=`, where the argument is given by name.
    named: Option<String>,
}

/// What the call around a place takes.
pub fn help(asked: &mut Asked<'_>, parameters: SignatureHelpParams) -> Answer<Option<SignatureHelp>> {
    let Some(typed) = typed(asked, &parameters.text_document_position_params, true)? else { return Ok(None) };
    let Some(call) = call_around(typed.sema.tree(ModuleId(0)), typed.at) else { return Ok(None) };
    let (candidates, has_receiver) = candidates(&typed, &call);
    if candidates.is_empty() {
        return Ok(value_called(&typed, &call));
    }
    let shown = candidates.iter().take(OVERLOADS_MAX).filter_map(|decl| signature(&typed, *decl, &call, has_receiver));
    let signatures: Vec<SignatureInformation> = shown.collect();
    // the first one that has a parameter for the argument
    let active = signatures.iter().position(|signature| signature.active_parameter.is_some()).unwrap_or(0);
    let active_parameter = signatures.get(active).and_then(|signature| signature.active_parameter);
    Ok(Some(SignatureHelp { signatures, active_signature: Some(active as u32), active_parameter }))
}

fn candidates(typed: &Typed, call: &Call) -> (Vec<DeclId>, bool) {
    let notes = typed.notes.iter().filter(|note| note.file.index() == 0 && note.at == call.callee);
    let mut chosen = None;
    for note in notes {
        match &note.meaning {
            Meaning::Candidates { all, has_receiver } => return (all.to_vec(), *has_receiver),
            Meaning::Decl(decl) if typed.sema.decl(*decl).is_procedure() => chosen = Some(vec![*decl]),
            Meaning::Several(all) => chosen = Some(all.to_vec()),
            _ => {}
        }
    }
    (chosen.unwrap_or_default(), false)
}

/// The call in whose parentheses a byte is.
fn call_around(tree: &Tree, at: u32) -> Option<Call> {
    let tokens = tree.tokens();
    let count = (0..tokens.len() as u32).take_while(|index| tokens.start(*index) < at).count() as u32;
    let (mut depth, mut commas, mut named) = (0_u32, 0, None);
    for index in (0..count).rev() {
        match tokens.kind(index) {
            TokenKind::RightParen | TokenKind::RightBracket | TokenKind::RightBrace => depth += 1,
            TokenKind::LeftParen if depth == 0 => return callee(tree, index, commas, named),
            TokenKind::LeftParen | TokenKind::LeftBracket | TokenKind::LeftBrace if depth > 0 => depth -= 1,
            // within the brackets or braces of an argument
            TokenKind::LeftBracket | TokenKind::LeftBrace => commas = 0,
            TokenKind::Comma if depth == 0 => commas += 1,
            TokenKind::Equal if depth == 0 && commas == 0 && index > 0 && tokens.kind(index - 1) == TokenKind::Name => {
                named = Some(tokens.text(index - 1, tree.text()).to_owned());
            }
            // calls do not reach over the ends of blocks
            TokenKind::End if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// The name before a parenthesis, behind which there may be generic arguments.
fn callee(tree: &Tree, parenthesis: u32, commas: u32, named: Option<String>) -> Option<Call> {
    let tokens = tree.tokens();
    let mut index = parenthesis.checked_sub(1)?;
    if tokens.kind(index) == TokenKind::RightBrace {
        let mut depth = 0;
        loop {
            match tokens.kind(index) {
                TokenKind::RightBrace => depth += 1,
                TokenKind::LeftBrace => depth -= 1,
                _ => {}
            }
            index = index.checked_sub(1)?;
            if depth == 0 {
                break;
            }
        }
    }
    let is_glued = tokens.place(parenthesis).is_glued() && tokens.kind(index) == TokenKind::Name;
    is_glued.then(|| Call { callee: tokens.start(index), commas, named })
}

fn signature(typed: &Typed, id: DeclId, call: &Call, has_receiver: bool) -> Option<SignatureInformation> {
    let sema = &typed.sema;
    let decl = sema.decl(id);
    let tree = sema.tree(decl.module);
    let View::Procedure { parameters, .. } = tree.view(decl.value) else { return None };
    let signature = sema.signature(sema.identity_instance(id))?;
    let label = hubbub_syntax::document::declaration(tree, decl.node);
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where each parameter stands in the label, in words of UTF-16.
    let mut from = label.find('(').unwrap_or(0);
    let place = |parameter: &hubbub_syntax::NodeId| {
        let text = tree.source(*parameter).split_whitespace().collect::<Vec<_>>().join(" ");
        let start = label.get(from..).and_then(|rest| rest.find(&text)).map_or(from, |at| from + at);
        from = start + text.len();
        let words = |end: usize| label.get(..end).unwrap_or("").encode_utf16().count() as u32;
        let label = ParameterLabel::LabelOffsets([words(start), words(start + text.len())]);
        ParameterInformation { label, documentation: None }
    };
    let shown: Vec<ParameterInformation> = parameters.iter().map(place).collect();
    let index = match &call.named {
        Some(name) => signature.parameters.iter().position(|parameter| parameter.name.as_str() == name),
        None => {
            let index = call.commas as usize + usize::from(has_receiver);
            let variadic = signature.parameters.iter().take(index + 1).position(|parameter| parameter.is_variadic);
            variadic.or_else(|| (index < shown.len()).then_some(index))
        }
    };
    let doc = tree.doc(decl.node);
    let documentation =
        doc.map(|value| Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value }));
    Some(SignatureInformation {
        label,
        documentation,
        parameters: Some(shown),
        active_parameter: index.map(|index| index as u32),
    })
}

/// A call of a value: its type is all that is known.
fn value_called(typed: &Typed, call: &Call) -> Option<SignatureHelp> {
    let notes = typed.notes.iter().filter(|note| note.file.index() == 0 && note.at == call.callee);
    let ty = notes.filter_map(|note| if let Meaning::Called(ty) = note.meaning { Some(ty) } else { None }).next()?;
    let information = SignatureInformation {
        label: typed.sema.type_name(ty),
        documentation: None,
        parameters: Some(Vec::new()),
        active_parameter: None,
    };
    Some(SignatureHelp { signatures: vec![information], active_signature: Some(0), active_parameter: None })
}
