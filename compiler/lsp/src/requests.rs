//! Requests: from the name of a method to what answers it.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use lsp_server::{ErrorCode, Request, Response, ResponseError};
use lsp_types::request::{self, Request as Method};
use lsp_types::{TextDocumentIdentifier, Uri};
use serde_json::Value;

use crate::documents::Document;
use crate::program::{Moment, Program};
use crate::worker::{Programs, Task};
use crate::{actions, completion, formatting, hover, navigation, paths, rename, signatures, symbols};

/// What a request gives, or why it gives nothing.
pub type Answer<T> = Result<T, ResponseError>;

/// What answers a request may use.
pub struct Asked<'a> {
    /// The checks that are kept.
    pub programs: &'a mut Programs,
    /// What is asked about.
    pub moment: &'a Moment,
    /// Set when nobody waits for the answer any more.
    pub is_cancelled: &'a Arc<AtomicBool>,
}

/// An error as an answer.
pub fn error(code: ErrorCode, message: impl Into<String>) -> ResponseError {
    ResponseError { code: code as i32, message: message.into(), data: None }
}

/// Answers a request.
pub fn answer(programs: &mut Programs, task: &Task, request: &Request) -> Response {
    let mut asked = Asked { programs, moment: &task.moment, is_cancelled: &task.is_cancelled };
    let response_result = asked.dispatch(request);
    Response { id: request.id.clone(), response_result }
}

impl Asked<'_> {
    fn dispatch(&mut self, request: &Request) -> Answer<Value> {
        match request.method.as_str() {
            request::CodeActionRequest::METHOD => self.give::<request::CodeActionRequest>(request, actions::actions),
            request::Formatting::METHOD => self.give::<request::Formatting>(request, formatting::whole),
            request::RangeFormatting::METHOD => self.give::<request::RangeFormatting>(request, formatting::part),
            request::DocumentSymbolRequest::METHOD => {
                self.give::<request::DocumentSymbolRequest>(request, symbols::symbols)
            }
            request::FoldingRangeRequest::METHOD => {
                self.give::<request::FoldingRangeRequest>(request, symbols::folding)
            }
            request::HoverRequest::METHOD => self.give::<request::HoverRequest>(request, hover::hover),
            request::GotoDefinition::METHOD => self.give::<request::GotoDefinition>(request, navigation::definition),
            request::References::METHOD => self.give::<request::References>(request, navigation::references),
            request::DocumentHighlightRequest::METHOD => {
                self.give::<request::DocumentHighlightRequest>(request, navigation::highlight)
            }
            request::PrepareRenameRequest::METHOD => {
                self.give::<request::PrepareRenameRequest>(request, rename::prepare)
            }
            request::Rename::METHOD => self.give::<request::Rename>(request, rename::rename),
            request::Completion::METHOD => self.give::<request::Completion>(request, completion::completion),
            request::SignatureHelpRequest::METHOD => {
                self.give::<request::SignatureHelpRequest>(request, signatures::help)
            }
            method => Err(error(ErrorCode::MethodNotFound, format!("`{method}` is not offered"))),
        }
    }

    fn give<M: Method>(
        &mut self,
        request: &Request,
        answer: impl FnOnce(&mut Self, M::Params) -> Answer<M::Result>,
    ) -> Answer<Value> {
        let parameters = serde_json::from_value(request.params.clone())
            .map_err(|problem| error(ErrorCode::InvalidParams, format!("`{}`: {problem}", request.method)))?;
        let given = answer(self, parameters)?;
        serde_json::to_value(given).map_err(|problem| error(ErrorCode::InternalError, problem.to_string()))
    }

    /// The open document of a name, and its path.
    pub fn document(&self, identifier: &TextDocumentIdentifier) -> Answer<(PathBuf, Arc<Document>)> {
        let path = paths::path_of(&identifier.uri);
        match self.moment.documents.get(&path) {
            Some(document) => Ok((path, Arc::clone(document))),
            None => Err(not_open(&identifier.uri)),
        }
    }

    /// The program that an open document is the main module of.
    pub fn program(&mut self, root: &std::path::Path) -> Answer<&Program> {
        let outdated = || error(ErrorCode::ContentModified, "the text has changed");
        self.programs.program(self.moment, root, self.is_cancelled).ok_or_else(outdated)
    }
}

fn not_open(uri: &Uri) -> ResponseError {
    error(ErrorCode::InvalidParams, format!("`{}` is not open", uri.as_str()))
}
