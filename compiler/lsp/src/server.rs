//! The thread that answers: the life of the server, the open documents, what the worker is to do next.

use std::collections::{BTreeSet, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, bounded, never, select};
use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self, Notification as _};
use lsp_types::request::{self, Request as _};
use lsp_types::{
    CancelParams, CodeActionKind, CodeActionOptions, CodeActionProviderCapability, CompletionOptions,
    DidChangeTextDocumentParams, DidChangeWatchedFilesRegistrationOptions, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, FileSystemWatcher, FoldingRangeProviderCapability, GlobPattern, HoverProviderCapability,
    InitializeParams, InitializeResult, LogMessageParams, MessageType, NumberOrString, OneOf, PositionEncodingKind,
    PublishDiagnosticsParams, Registration, RegistrationParams, RenameOptions, SaveOptions, ServerCapabilities,
    ServerInfo, SignatureHelpOptions, TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions,
    TextDocumentSyncSaveOptions, WorkDoneProgressOptions,
};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::diagnostics::ByPath;
use crate::documents::Document;
use crate::program::{Moment, Settings};
use crate::text::{Encoding, Text};
use crate::transport::Outgoing;
use crate::worker::{Outcome, Task, Work, Worker};
use crate::{Options, paths};

/// How long nothing must have changed before a check begins.
const QUIET: Duration = Duration::from_millis(25);
/// A check begins after this long, even if changes keep coming.
const PATIENCE: Duration = Duration::from_millis(250);
/// Requests that wait at most; those that come when there are so many are refused.
const WAITING_MAX: usize = 256;
/// Status of a server that was told to exit, or left alone, without having been shut down.
const STATUS_NOT_SHUT_DOWN: u8 = 1;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Life {
    New,
    Serving,
    ShutDown,
}

/// The server.
pub struct Server {
    options: Options,
    out: Sender<Outgoing>,
    life: Life,
    moment: Moment,
    tasks: Sender<Task>,
    outcomes: Receiver<Outcome>,
    /// What the worker is at: what stops it, and the request if it is one.
    running: Option<(Arc<AtomicBool>, Option<RequestId>)>,
    waiting: VecDeque<(Request, Moment)>,
    /// Since when there is something to check, and when the last change came.
    changed: Option<(Instant, Instant)>,
    /// Files of which something has been said that may have to be taken back.
    shown: BTreeSet<PathBuf>,
    told: BTreeSet<String>,
    can_watch: bool,
}

impl Server {
    /// A server that writes to `out`.
    pub fn new(options: Options, out: Sender<Outgoing>) -> Self {
        let (tasks, todo) = bounded(1);
        let (done, outcomes) = bounded(1);
        let worker = Worker::new(options.clone());
        std::thread::spawn(move || worker.run(&todo, &done));
        Self {
            options,
            out,
            life: Life::New,
            moment: Moment::default(),
            tasks,
            outcomes,
            running: None,
            waiting: VecDeque::new(),
            changed: None,
            shown: BTreeSet::new(),
            told: BTreeSet::new(),
            can_watch: false,
        }
    }

    /// Serves until `exit` comes or the input ends; the status to end with.
    pub fn serve(mut self, messages: &Receiver<Message>) -> u8 {
        loop {
            let due = self.due();
            let timer = due.map_or_else(never, crossbeam_channel::at);
            let outcomes = self.outcomes.clone();
            select! {
                recv(messages) -> message => match message {
                    Ok(Message::Notification(notice)) if notice.method == notification::Exit::METHOD => break,
                    Ok(message) => self.receive(message),
                    Err(_) => break,
                },
                recv(outcomes) -> outcome => match outcome {
                    Ok(outcome) => self.finished(outcome),
                    Err(_) => break,
                },
                recv(timer) -> _ => {}
            }
            self.go_on();
        }
        if let Some((is_cancelled, _)) = &self.running {
            is_cancelled.store(true, Ordering::Relaxed);
        }
        let (done, flushed) = bounded(1);
        // What is left to write gets its time, but a reader that has gone is not waited for.
        if self.out.send_timeout(Outgoing::Flush(done), Duration::from_secs(1)).is_ok() {
            let _ = flushed.recv_timeout(Duration::from_secs(1));
        }
        if self.life == Life::ShutDown { 0 } else { STATUS_NOT_SHUT_DOWN }
    }

    // ---- what comes ------------------------------------------------------------------------------------------------

    fn receive(&mut self, message: Message) {
        match message {
            Message::Request(request) => self.request(request),
            Message::Notification(notice) => self.notified(notice),
            // Answers to what the server asks say nothing that matters.
            Message::Response(_) => {}
        }
    }

    fn request(&mut self, request: Request) {
        let refuse =
            |code: ErrorCode, message: &str| Response::new_err(request.id.clone(), code as i32, message.to_owned());
        match self.life {
            Life::New if request.method == request::Initialize::METHOD => self.initialize(request),
            Life::New => self.respond(refuse(ErrorCode::ServerNotInitialized, "`initialize` comes first")),
            Life::ShutDown => self.respond(refuse(ErrorCode::InvalidRequest, "the server has been shut down")),
            Life::Serving => match request.method.as_str() {
                request::Initialize::METHOD => {
                    self.respond(refuse(ErrorCode::InvalidRequest, "`initialize` comes only once"));
                }
                request::Shutdown::METHOD => {
                    self.life = Life::ShutDown;
                    self.changed = None;
                    for (request, _) in std::mem::take(&mut self.waiting) {
                        self.respond(cancelled(request.id));
                    }
                    self.respond(Response::new_ok(request.id, Value::Null));
                }
                _ if self.waiting.len() >= WAITING_MAX => {
                    self.respond(refuse(ErrorCode::RequestFailed, "too many requests wait already"));
                }
                _ => self.waiting.push_back((request, self.moment.clone())),
            },
        }
    }

    fn initialize(&mut self, request: Request) {
        let parameters = match serde_json::from_value::<InitializeParams>(request.params) {
            Ok(parameters) => parameters,
            Err(problem) => {
                let message = format!("`initialize`: {problem}");
                return self.respond(Response::new_err(request.id, ErrorCode::InvalidParams as i32, message));
            }
        };
        let settings = self.settings(&parameters);
        let result = InitializeResult {
            capabilities: capabilities(settings.encoding),
            server_info: Some(ServerInfo {
                name: "hubbubc".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        };
        self.moment.settings = Arc::new(settings);
        let watching = parameters.capabilities.workspace.and_then(|workspace| workspace.did_change_watched_files);
        self.can_watch = watching.and_then(|watching| watching.dynamic_registration).unwrap_or(false);
        self.life = Life::Serving;
        self.respond(Response { id: request.id, response_result: Ok(json!(result)) });
    }

    #[allow(deprecated, reason = "older editors give one folder only")]
    fn settings(&self, parameters: &InitializeParams) -> Settings {
        let general = parameters.capabilities.general.as_ref();
        let encodings = general.and_then(|general| general.position_encodings.as_deref()).unwrap_or(&[]);
        let edits = parameters.capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let folders = parameters.workspace_folders.iter().flatten().map(|folder| &folder.uri);
        let mut settings = Settings {
            encoding: if encodings.contains(&PositionEncodingKind::UTF8) { Encoding::Utf8 } else { Encoding::Utf16 },
            module_folders: self.options.module_folders.clone(),
            defines: self.options.defines.clone(),
            workspace: folders.chain(&parameters.root_uri).map(paths::path_of).collect(),
            has_versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or(false),
        };
        settings.workspace.dedup();
        if let Some(given) = &parameters.initialization_options {
            read_settings(given, &mut settings);
        }
        settings
    }

    fn notified(&mut self, notice: Notification) {
        if self.life != Life::Serving {
            return;
        }
        match notice.method.as_str() {
            notification::Initialized::METHOD => self.watch(),
            notification::Cancel::METHOD => self.cancel(notice),
            notification::DidOpenTextDocument::METHOD => self.with(notice, Self::opened),
            notification::DidChangeTextDocument::METHOD => self.with(notice, Self::changed),
            notification::DidCloseTextDocument::METHOD => self.with(notice, Self::closed),
            notification::DidChangeWatchedFiles::METHOD | notification::DidSaveTextDocument::METHOD => {
                self.moment.generation += 1;
                self.note_change();
            }
            notification::DidChangeConfiguration::METHOD => self.configured(&notice.params),
            // What is not known is to be ignored.
            _ => {}
        }
    }

    fn with<P: DeserializeOwned>(&mut self, notice: Notification, act: impl FnOnce(&mut Self, P)) {
        match serde_json::from_value(notice.params) {
            Ok(parameters) => act(self, parameters),
            Err(problem) => self.log(MessageType::ERROR, format!("`{}` is malformed: {problem}", notice.method)),
        }
    }

    fn watch(&self) {
        if !self.can_watch {
            return;
        }
        let watcher = FileSystemWatcher { glob_pattern: GlobPattern::String("**/*.hb".to_owned()), kind: None };
        let options = DidChangeWatchedFilesRegistrationOptions { watchers: vec![watcher] };
        let registration = Registration {
            id: "files".to_owned(),
            method: notification::DidChangeWatchedFiles::METHOD.to_owned(),
            register_options: Some(json!(options)),
        };
        let parameters = json!(RegistrationParams { registrations: vec![registration] });
        let method = request::RegisterCapability::METHOD.to_owned();
        self.send(Message::Request(Request { id: RequestId::from(1), method, params: parameters }));
    }

    fn configured(&mut self, parameters: &Value) {
        let mut settings = Settings::clone(&self.moment.settings);
        let given = parameters.get("settings").unwrap_or(&Value::Null);
        read_settings(given.get("hubbub").unwrap_or(given), &mut settings);
        self.moment.settings = Arc::new(settings);
        self.moment.generation += 1;
        self.note_change();
    }

    fn cancel(&mut self, notice: Notification) {
        let Ok(parameters) = serde_json::from_value::<CancelParams>(notice.params) else { return };
        let id = match parameters.id {
            NumberOrString::Number(number) => RequestId::from(number),
            NumberOrString::String(text) => RequestId::from(text),
        };
        if let Some(index) = self.waiting.iter().position(|(request, _)| request.id == id) {
            self.waiting.remove(index);
            self.respond(cancelled(id));
        } else if let Some((is_cancelled, Some(running))) = &self.running
            && *running == id
        {
            is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    // ---- documents -------------------------------------------------------------------------------------------------

    fn opened(&mut self, parameters: DidOpenTextDocumentParams) {
        let item = parameters.text_document;
        let path = paths::path_of(&item.uri);
        let document = Document { uri: item.uri, version: item.version, text: Text::new(item.text) };
        self.moment.documents.set(path, document);
        self.moment.generation += 1;
        self.note_change();
    }

    fn changed(&mut self, parameters: DidChangeTextDocumentParams) {
        let path = paths::path_of(&parameters.text_document.uri);
        let Some(document) = self.moment.documents.get(&path) else {
            let message = format!("a change of `{}`, which is not open", parameters.text_document.uri.as_str());
            return self.log(MessageType::ERROR, message);
        };
        let text = document.text.changed(parameters.content_changes, self.moment.settings.encoding);
        let version = parameters.text_document.version;
        let changed = Document { uri: document.uri.clone(), version, text };
        self.moment.documents.set(path, changed);
        self.note_change();
    }

    fn closed(&mut self, parameters: DidCloseTextDocumentParams) {
        self.moment.documents.remove(&paths::path_of(&parameters.text_document.uri));
        self.moment.generation += 1;
        self.note_change();
    }

    /// Something has changed: what is being checked is outdated, and there is to be a check when it is quiet again.
    fn note_change(&mut self) {
        self.moment.revision += 1;
        let now = Instant::now();
        self.changed = Some((self.changed.map_or(now, |(first, _)| first), now));
        if let Some((is_cancelled, None)) = &self.running {
            is_cancelled.store(true, Ordering::Relaxed);
        }
    }

    // ---- the worker ------------------------------------------------------------------------------------------------

    /// When the next check is to begin.
    fn due(&self) -> Option<Instant> {
        if self.running.is_some() {
            return None;
        }
        self.changed.map(|(first, last)| (last + QUIET).min(first + PATIENCE))
    }

    /// Gives the worker something to do, if it has nothing: what is asked for goes before checks.
    fn go_on(&mut self) {
        if self.running.is_some() {
            return;
        }
        if let Some((request, moment)) = self.waiting.pop_front() {
            let id = request.id.clone();
            self.begin(moment, Work::Answer(request), Some(id));
        } else if self.due().is_some_and(|due| due <= Instant::now()) {
            self.changed = None;
            self.begin(self.moment.clone(), Work::Check, None);
        }
    }

    fn begin(&mut self, moment: Moment, work: Work, id: Option<RequestId>) {
        let is_cancelled = Arc::new(AtomicBool::new(false));
        let task = Task { moment, work, is_cancelled: Arc::clone(&is_cancelled) };
        if self.tasks.send(task).is_ok() {
            self.running = Some((is_cancelled, id));
        }
    }

    fn finished(&mut self, outcome: Outcome) {
        let was_cancelled = self.running.take().is_some_and(|(is_cancelled, _)| is_cancelled.load(Ordering::Relaxed));
        match outcome {
            Outcome::Checked(revision, Some(found)) if revision == self.moment.revision => self.publish(found),
            // Of an older text: there will be a check of the new one.
            Outcome::Checked(..) => {}
            Outcome::Answered(response) if was_cancelled => self.respond(cancelled(response.id)),
            Outcome::Answered(response) => self.respond(response),
            Outcome::Failed(message, response) => {
                if let Some(response) = response {
                    self.respond(response);
                }
                if self.told.len() < WAITING_MAX && self.told.insert(message.clone()) {
                    self.log(MessageType::ERROR, message);
                }
            }
        }
    }

    fn publish(&mut self, mut found: ByPath) {
        if self.life != Life::Serving {
            return;
        }
        for path in std::mem::take(&mut self.shown) {
            found.entry(path).or_default();
        }
        // An open document is told about even if nothing is wrong with it: then the editor knows that it has been looked at.
        for (path, _) in self.moment.documents.iter() {
            found.entry(path.clone()).or_default();
        }
        for (path, diagnostics) in found {
            let Some(uri) = self.moment.uri(&path) else { continue };
            if !diagnostics.is_empty() {
                self.shown.insert(path.clone());
            }
            let version = self.moment.documents.get(&path).map(|document| document.version);
            self.notify::<notification::PublishDiagnostics>(PublishDiagnosticsParams { uri, diagnostics, version });
        }
    }

    // ---- what goes ---------------------------------------------------------------------------------------------------

    fn respond(&self, response: Response) {
        self.send(Message::Response(response));
    }

    fn notify<N: notification::Notification>(&self, parameters: N::Params) {
        let params = serde_json::to_value(parameters).unwrap_or_default();
        self.send(Message::Notification(Notification { method: N::METHOD.to_owned(), params }));
    }

    fn log(&self, typ: MessageType, message: String) {
        self.notify::<notification::LogMessage>(LogMessageParams { typ, message });
    }

    fn send(&self, message: Message) {
        // When nobody reads any more the input has ended as well, which ends the server.
        let _ = self.out.send(Outgoing::Message(message));
    }
}

fn cancelled(id: RequestId) -> Response {
    Response::new_err(id, ErrorCode::RequestCanceled as i32, "cancelled".to_owned())
}

/// `moduleFolders` and `defines`, as far as they are given.
fn read_settings(given: &Value, settings: &mut Settings) {
    if let Some(folders) = given.get("moduleFolders").and_then(Value::as_array) {
        let base = settings.workspace.first().cloned().unwrap_or_default();
        settings.module_folders = folders.iter().filter_map(|folder| Some(base.join(folder.as_str()?))).collect();
    }
    if let Some(defines) = given.get("defines").and_then(Value::as_object) {
        let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        settings.defines = defines.iter().map(|(name, value)| (name.clone(), text(value))).collect();
    }
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    let encoding = match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
    };
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
        ..TextDocumentSyncOptions::default()
    };
    let actions =
        CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]), ..CodeActionOptions::default() };
    ServerCapabilities {
        position_encoding: Some(encoding),
        text_document_sync: Some(TextDocumentSyncCapability::Options(sync)),
        code_action_provider: Some(CodeActionProviderCapability::Options(actions)),
        document_formatting_provider: Some(OneOf::Left(true)),
        document_range_formatting_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([".", "\"", "/"].map(str::to_owned).to_vec()),
            ..CompletionOptions::default()
        }),
        signature_help_provider: Some(SignatureHelpOptions {
            trigger_characters: Some(["(", ","].map(str::to_owned).to_vec()),
            ..SignatureHelpOptions::default()
        }),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        rename_provider: Some(OneOf::Right(RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        })),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        ..ServerCapabilities::default()
    }
}
