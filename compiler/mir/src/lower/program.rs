//! Drives lowering: the whole program at once on all cores, or one thing after another on demand.

use std::sync::{Arc, Mutex, PoisonError};

use hubbub_base::Name;
use hubbub_sema::data::typed::TypedBody;

use super::session::{Item, News, Session, Wanted};
use super::source::Source;
use super::{Options, body, program_main};
use crate::data::body::Body;
use crate::data::program::{Aggregate, Global, Linkage, Procedure, Program};
use crate::slim;

/// Everything that is reached from `roots`, by symbol. Each thing is lowered once, by whichever thread comes first.
pub fn lower_program(source: &dyn Source, roots: &[Wanted], options: Options) -> Program {
    let is_verified = options.verify;
    let session = Session::new(source, options);
    let done = Mutex::new((Vec::new(), Vec::new()));
    rayon::scope(|scope| {
        for root in roots {
            let root = session.outside(root);
            session.root(root.clone());
            spawn(scope, &session, &done, root);
        }
    });
    let (mut procedures, mut globals) = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    globals.extend(session.all_statics());
    // The first declaration of a foreign symbol stands for all, unless the symbol is defined here.
    procedures.sort_unstable_by_key(|it: &Arc<Procedure>| (it.symbol.as_str(), it.body.is_none(), it.file, it.at));
    procedures.dedup_by_key(|it| it.symbol);
    let is_foreign = |global: &Global| matches!(global.linkage, Linkage::Foreign | Linkage::ForeignWeak);
    globals.sort_by_key(|global: &Arc<Global>| (global.symbol.as_str(), is_foreign(global)));
    globals.dedup_by_key(|it| it.symbol);
    let mut program = Program {
        procedures: procedures.into_iter().map(|it| (it.symbol, Arc::unwrap_or_clone(it))).collect(),
        globals: globals.into_iter().map(|it| (it.symbol, Arc::unwrap_or_clone(it))).collect(),
        aggregates: session.types.aggregates(source),
        libraries: source.libraries(),
    };
    slim::slim(&mut program, program_main::symbols());
    if is_verified {
        verify(&program);
    }
    program
}

type Done = Mutex<(Vec<Arc<Procedure>>, Vec<Arc<Global>>)>;

fn spawn<'p>(scope: &rayon::Scope<'p>, session: &'p Session<'_>, done: &'p Done, wanted: Wanted) {
    scope.spawn(move |scope| {
        let (item, news) = session.lower(&wanted);
        for wanted in news {
            spawn(scope, session, done, wanted);
        }
        let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
        match item {
            Some(Item::Procedure(procedure)) => done.0.push(procedure),
            Some(Item::Global(global)) => done.1.push(global),
            None => {}
        }
    });
}

/// A program that the verifier refuses is a mistake of the compiler's own.
fn verify(program: &Program) {
    let errors = crate::verify::program(program);
    let shown: Vec<String> = errors.iter().take(20).map(ToString::to_string).collect();
    assert!(errors.is_empty(), "lowering made invalid MIR:\n{}", shown.join("\n"));
}

/// Lowers a body that nobody calls: a constant's initialiser. What it refers to is wanted in `session`.
pub fn lower_body(session: &Session<'_>, typed: &TypedBody) -> Option<Body> {
    body::lower_alone(session, typed, &mut News::default())
}

impl Session<'_> {
    /// A procedure by its symbol, lowered now; `None` when nobody has wanted it, or it has errors.
    pub fn procedure(&self, symbol: Name) -> Option<Arc<Procedure>> {
        match self.lower(&self.wanted(symbol)?).0? {
            Item::Procedure(procedure) => Some(procedure),
            Item::Global(_) => None,
        }
    }

    /// A global or static data by its symbol, made now.
    pub fn global(&self, symbol: Name) -> Option<Arc<Global>> {
        if let Some(found) = self.static_data(symbol) {
            return Some(found);
        }
        match self.lower(&self.wanted(symbol)?).0? {
            Item::Global(global) => Some(global),
            Item::Procedure(_) => None,
        }
    }

    /// The inside of an aggregate or enum that has been lowered.
    pub fn aggregate(&self, name: Name) -> Option<Aggregate> {
        self.types.aggregate_named(self.source, name)
    }
}
