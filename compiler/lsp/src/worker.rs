//! The thread that works: checks programs and answers requests, one task at a time.
//!
//! It keeps the last check of each open document and of what was asked about. A panic, which is a mistake of the compiler, ends the task, never the
//! server: the pool of threads is made anew, for what its threads had begun is lost, and all is checked afresh.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::{Receiver, Sender};
use hubbub_driver::sysroot::Sysroot;
use lsp_server::{ErrorCode, Request, Response};
use rayon::ThreadPool;

use crate::diagnostics::{self, ByPath};
use crate::files::Parses;
use crate::program::{Moment, Program, checks};
use crate::{Options, paths, requests};

/// Programs that are kept at most.
const PROGRAMS_MAX: usize = 16;

/// Something to do.
pub struct Task {
    /// What is to be known for it.
    pub moment: Moment,
    /// What it is.
    pub work: Work,
    /// Set when nobody waits for it any more.
    pub is_cancelled: Arc<AtomicBool>,
}

/// What there is to do.
pub enum Work {
    /// Check what is open.
    Check,
    /// Answer a request.
    Answer(Request),
}

/// What came of it.
pub enum Outcome {
    /// What is wrong with the files of a revision; nothing if the check was cancelled.
    Checked(u64, Option<ByPath>),
    /// An answer.
    Answered(Response),
    /// A mistake of the compiler, and the answer to who asked.
    Failed(String, Option<Response>),
}

/// The worker.
pub struct Worker {
    options: Options,
    pool: Option<ThreadPool>,
    programs: Programs,
}

/// The checks that are kept.
pub struct Programs {
    /// The trees of their files.
    pub parses: Parses,
    /// Where the library is.
    pub library: PathBuf,
    pages: PathBuf,
    /// The last ones stand last.
    known: Vec<(PathBuf, Program)>,
}

impl Worker {
    /// A worker that has done nothing yet.
    pub fn new(options: Options) -> Self {
        let sysroot = Sysroot::find().unwrap_or_default();
        let programs = Programs {
            parses: Parses::default(),
            library: paths::canonical(&sysroot.stdlib()),
            pages: paths::canonical(&sysroot.folder.join("diagnostics")),
            known: Vec::new(),
        };
        Self { options, pool: None, programs }
    }

    /// Works until there are no more tasks to come.
    pub fn run(mut self, tasks: &Receiver<Task>, outcomes: &Sender<Outcome>) {
        for task in tasks {
            if outcomes.send(self.perform(&task)).is_err() {
                return;
            }
        }
    }

    fn perform(&mut self, task: &Task) -> Outcome {
        self.guarded(task, |programs| programs.perform(task))
    }

    /// Does something in the pool; a panic becomes an outcome.
    fn guarded(&mut self, task: &Task, act: impl FnOnce(&mut Programs) -> Outcome + Send) -> Outcome {
        let Some(pool) = self.pool.take().or_else(|| pool(&self.options)) else {
            return failed(task, "threads cannot be started");
        };
        let programs = &mut self.programs;
        let outcome = catch_unwind(AssertUnwindSafe(|| pool.install(|| act(programs))));
        match outcome {
            Ok(outcome) => {
                self.pool = Some(pool);
                outcome
            }
            Err(payload) => {
                self.programs.known.clear();
                failed(task, &said(&*payload))
            }
        }
    }
}

fn pool(options: &Options) -> Option<ThreadPool> {
    rayon::ThreadPoolBuilder::new().num_threads(options.threads).stack_size(options.stack_bytes).build().ok()
}

fn failed(task: &Task, why: &str) -> Outcome {
    let message = format!("internal error of the compiler: {why}");
    let response = match &task.work {
        Work::Answer(request) => {
            Some(Response::new_err(request.id.clone(), ErrorCode::InternalError as i32, message.clone()))
        }
        Work::Check => None,
    };
    Outcome::Failed(message, response)
}

fn said(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}

impl Programs {
    fn perform(&mut self, task: &Task) -> Outcome {
        match &task.work {
            Work::Check => Outcome::Checked(task.moment.revision, self.check_open(&task.moment, &task.is_cancelled)),
            Work::Answer(request) => Outcome::Answered(requests::answer(self, task, request)),
        }
    }

    /// Checks the open documents, each as a program of its own; `None` when that was cancelled.
    fn check_open(&mut self, moment: &Moment, is_cancelled: &Arc<AtomicBool>) -> Option<ByPath> {
        self.known.retain(|(path, _)| moment.documents.get(path).is_some());
        let mut all = BTreeMap::new();
        for (path, _) in moment.documents.iter() {
            let (is_library, pages) = (self.is_library(path), self.pages.clone());
            let program = self.program(moment, path, is_cancelled)?;
            if !is_library {
                diagnostics::add(moment, program, path, &pages, &mut all);
            }
        }
        Some(all)
    }

    /// Whether a file belongs to the standard library, of which nothing is said and in which nothing is changed.
    pub fn is_library(&self, path: &Path) -> bool {
        path.starts_with(&self.library)
    }

    /// The program whose main module is at a path, checked if it has not been yet; `None` when that was cancelled.
    pub fn program(&mut self, moment: &Moment, root: &Path, is_cancelled: &Arc<AtomicBool>) -> Option<&Program> {
        let known = self.known.iter().position(|(path, program)| path == root && program.is_current(moment));
        let found = match known {
            Some(index) => self.known.remove(index),
            None => {
                self.known.retain(|(path, _)| path != root);
                let program = Program::check(moment, &self.parses, root, checks(is_cancelled));
                if is_cancelled.load(Ordering::Relaxed) {
                    return None;
                }
                (root.to_owned(), program)
            }
        };
        let room = PROGRAMS_MAX.max(moment.documents.iter().count());
        if self.known.len() >= room {
            self.known.remove(0);
        }
        self.known.push(found);
        self.known.last().map(|(_, program)| program)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::documents::Document;
    use crate::text::Text;
    use rayon::prelude::*;

    #[test]
    fn a_panic_is_told_and_the_worker_goes_on() {
        let uri = "untitled:x".parse::<lsp_types::Uri>().unwrap();
        let path = paths::path_of(&uri);
        let mut moment = Moment::default();
        moment.documents.set(path, Document { uri, version: 0, text: Text::new("x :: y") });
        let request = Request { id: 7.into(), method: String::new(), params: serde_json::Value::Null };
        let task = |work| Task { moment: moment.clone(), work, is_cancelled: Arc::default() };
        let options = Options { threads: 2, stack_bytes: 16 << 20, ..Options::default() };
        let mut worker = Worker::new(options);
        let outcome = worker.guarded(&task(Work::Answer(request)), |_| {
            (0..100).into_par_iter().for_each(|number| assert_ne!(number, 50, "as if the compiler had a mistake"));
            unreachable!("one of them panics");
        });
        let Outcome::Failed(message, Some(response)) = outcome else { panic!("it has not failed") };
        assert!(message.contains("as if the compiler had a mistake"), "{message}");
        assert_eq!(response.id, 7.into());
        let Outcome::Checked(0, Some(found)) = worker.perform(&task(Work::Check)) else { panic!("not checked") };
        assert!(found.values().any(|diagnostics| !diagnostics.is_empty()));
    }
}
