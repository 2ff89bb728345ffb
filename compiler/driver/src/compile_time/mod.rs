//! Compile-time execution: the checker's questions, answered by the interpreter.
//!
//! A body is lowered by itself; what it calls is lowered when the interpreter comes to it. The value that comes back is turned into the
//! checker's: bytes with addresses, which lead to procedures, variables and further bytes.

use std::sync::Arc;

use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_eval::{ErrorKind, EvalError, Fault, Interpreter, Limits, ProcedureSource, StackFrame, Storage};
use hubbub_mir::lower::{Options, Session, Wanted, lower_body};
use hubbub_mir::{Abi, Aggregate, Body, Global, InlineHint, Linkage, Procedure, Program, Signature, TyData, print};
use hubbub_sema::data::graph::Graph;
use hubbub_sema::data::typed::TypedBody;
use hubbub_sema::data::types::TypeKind;
use hubbub_sema::data::value::{TypedValue, Value};
use hubbub_sema::session::{CompileTime, Sema};
use hubbub_sema::store::decls::DeclKind;
use pcre2::bytes::RegexBuilder;

mod once;
mod output;
mod path;
mod system;
mod thaw;

use self::once::{Answer, Key, Once};
use self::output::Output;
use self::thaw::{Thaw, from_outside};
use crate::interpret::with_life;
use crate::options::CompileTimeLimits;
use crate::timings::Executions;

/// Answers by interpreting.
#[derive(Debug, Default)]
pub struct Interpreted {
    /// What an execution may use.
    pub limits: CompileTimeLimits,
    once: Once,
    /// Counts all executions.
    executions: Arc<Executions>,
}

impl Interpreted {
    /// Answers by interpreting, within these limits; executions are counted.
    pub fn new(limits: CompileTimeLimits, executions: Arc<Executions>) -> Self {
        Self { limits, once: Once::default(), executions }
    }
}

/// Name of the procedure that a constant's initialiser becomes.
const ENTRY: &str = "constant{value}";
/// Symbol of the context that compile-time execution begins with.
const CONTEXT: &str = "context{compile time}";

impl CompileTime for Interpreted {
    fn evaluate(&self, sema: &Sema, typed: Arc<TypedBody>, result: u16) -> Result<TypedValue, Box<Diagnostic>> {
        // The default of a field that is added to the context cannot wait for itself.
        let bare_context = sema.decl_of(typed.owner).kind == DeclKind::ContextField;
        let options = Options {
            bare_context,
            fault_handler: false,
            verify: false,
            any_formats: true,
            type_parts: true,
            ..Options::default()
        };
        let session = Session::new(sema, options);
        let Some(body) = lower_body(&session, &typed) else {
            return Err(failed(&typed, "the code for this value has errors"));
        };
        let entry = entry(body, &typed);
        let key = Key {
            file: typed.file,
            at: entry.at,
            code: print::procedure(&Program::default(), &entry, Default::default()),
        };
        let compute = || self.run(sema, &session, entry, &typed);
        let values = self.once.answer(&key, compute, || !Sema::is_giving_up())?;
        values.get(usize::from(result)).cloned().ok_or_else(|| failed(&typed, "the code for this value gives none"))
    }

    fn check_pattern(&self, pattern: &[u8], options: u64) -> Result<(), (usize, String)> {
        let pattern =
            std::str::from_utf8(pattern).map_err(|error| (error.valid_up_to(), "this is no UTF-8".to_owned()))?;
        let has = |bit: u32| options >> bit & 1 == 1;
        let mut builder = RegexBuilder::new();
        builder.utf(true).ucp(!has(4)).caseless(has(0)).multi_line(has(1)).dotall(has(2)).extended(has(3));
        builder.build(pattern).map(drop).map_err(|error| {
            let (text, at) = (error.to_string(), error.offset().unwrap_or(0));
            let why = text.split_once(&format!("offset {at}: ")).map_or(text.as_str(), |(_, why)| why);
            (at, why.to_owned())
        })
    }
}

impl Interpreted {
    /// Runs an expression: all its values, or one that says nothing.
    fn run(
        &self,
        sema: &Sema,
        session: &Session<'_>,
        entry: Procedure,
        typed: &TypedBody,
    ) -> Result<Answer, Box<Diagnostic>> {
        let source = OnDemand { sema, session, entry: Arc::new(entry) };
        let mut host = Output::new(sema, self.limits.allow_io);
        let limits = Limits {
            steps: self.limits.steps,
            call_depth: self.limits.call_depth,
            memory_bytes: self.limits.memory_bytes,
        };
        let storage = Storage::default();
        let mut interpreter = Interpreter::new(&source, limits, &mut host, &storage);
        interpreter.keep_outermost();
        interpreter.set_context(Name::new(CONTEXT));
        if let Some(temporary) = sema.prelude_procedure("default_temporary_allocator") {
            interpreter.set_temporary_allocator(session.root(Wanted::Procedure(temporary)));
        }
        self.executions.begin();
        let outcome = interpreter.call(Name::new(ENTRY), &[]);
        self.executions.end(interpreter.steps());
        let values = outcome.map_err(|error| Box::new(explain(&error, typed, sema))).and_then(|values| {
            let count = values.len().max(1) as u16;
            (0..count).map(|result| leave(sema, session, &interpreter, typed, (&values, result))).collect()
        });
        host.report(place(typed));
        values
    }
}

/// The how many-th value, as the checker knows it.
fn leave(
    sema: &Sema,
    session: &Session<'_>,
    interpreter: &Interpreter<'_>,
    typed: &TypedBody,
    (values, result): (&[hubbub_eval::Value], u16),
) -> Result<TypedValue, Box<Diagnostic>> {
    let ty = typed.results.get(usize::from(result)).copied();
    if ty.is_none() && typed.results.is_empty() || ty == Some(sema.types.void) {
        return Ok(TypedValue { ty: sema.types.void, value: Value::Zero });
    }
    let (Some(value), Some(ty)) = (values.get(usize::from(result)), ty) else {
        return Err(failed(typed, "the code for this value gives none"));
    };
    // What a variable leads to can be changed at run time.
    let is_constant = sema.decl(sema.instance(typed.owner).decl).kind != DeclKind::Variable;
    let frozen = interpreter.freeze(value, "constant", is_constant);
    let frozen = frozen.map_err(|error| Box::new(path::explain(sema, &error, (ty, result), typed, place(typed))))?;
    let lost = || failed(typed, "this value points to something that cannot be kept");
    let mut thaw = Thaw::new(session, &frozen);
    let pieces = thaw.pieces(&frozen.globals).ok_or_else(lost)?;
    let thawed = thaw.data(&frozen.data, 0).ok_or_else(lost)?;
    let at = place(typed).map_or(0, |place| place.start);
    // Who of several has asked first is chance.
    let owner = sema.declared_beside(typed.owner, 0);
    let graph = Arc::new(Graph::new(sema, owner, at, pieces));
    let value = sema.part_of(&from_outside(thawed, &graph), 0, ty);
    value.ok_or_else(|| {
        let is_address =
            !frozen.data.relocations.is_empty() && matches!(sema.kind(sema.base_of(ty)), TypeKind::Int { .. });
        failed(
            typed,
            match is_address {
                true => "an address is no number before the program runs",
                false => "a value of this type cannot leave compile-time execution",
            },
        )
    })
}

fn failed(typed: &TypedBody, message: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Kind::EvaluationFailed, place(typed), message))
}

/// Where the expression begins: what gives its values is made last, behind the arguments of its call.
fn place(typed: &TypedBody) -> Option<Span> {
    typed.exprs.iter().last().map(|expr| Span::new(typed.file, expr.at, expr.at))
}

/// All of the expression that was run: the longest that begins there.
fn whole_place(typed: &TypedBody, sema: &Sema) -> Option<Span> {
    let start = place(typed)?;
    let module = sema.modules.iter().find(|module| module.file == start.file)?;
    let end = module.tree.expression_end(start.start);
    Some(Span::new(start.file, start.start, end.unwrap_or(start.end)))
}

fn entry(body: Body, typed: &TypedBody) -> Procedure {
    let name = Name::new(ENTRY);
    let results = body.results.iter().filter_map(|local| body.locals.get(*local)).map(|local| local.ty).collect();
    Procedure {
        symbol: name,
        name: Name::new("constant"),
        module: Name::new("constant"),
        signature: Signature { abi: Abi::Hubbub, parameters: Box::default(), results, is_variadic: false },
        linkage: Linkage::Internal,
        inline: InlineHint::Auto,
        is_cold: false,
        is_never: false,
        file: typed.file,
        at: typed.exprs.iter().next().map_or(0, |expr| expr.at),
        body: Some(body),
    }
}

/// Lowers what the interpreter asks for.
struct OnDemand<'a> {
    sema: &'a Sema,
    session: &'a Session<'a>,
    entry: Arc<Procedure>,
}

impl ProcedureSource for OnDemand<'_> {
    fn procedure(&self, symbol: Name) -> Option<Arc<Procedure>> {
        if symbol == self.entry.symbol {
            return Some(Arc::clone(&self.entry));
        }
        if self.is_allocator(symbol) {
            let instead = self.sema.prelude_procedure("compile_time_allocator")?;
            return self.session.procedure(self.session.root(Wanted::Procedure(instead)));
        }
        self.session.procedure(symbol)
    }

    fn global(&self, symbol: Name) -> Option<Arc<Global>> {
        if symbol == Name::new(CONTEXT) { self.context() } else { self.session.global(symbol) }
    }

    fn aggregate(&self, name: Name) -> Option<Arc<Aggregate>> {
        self.session.aggregate(name).map(Arc::new)
    }
}

/// Procedures of the Prelude that give memory of the running program.
const ALLOCATORS: [&str; 5] =
    ["static_allocator", "libc_allocator", "mimalloc_allocator", "gc_allocator", "tracking_allocator"];

impl OnDemand<'_> {
    /// Whether this is an allocator whose place another one takes during compilation.
    fn is_allocator(&self, symbol: Name) -> bool {
        let Some(Wanted::Procedure(wanted)) = self.session.wanted(symbol) else { return false };
        ALLOCATORS.iter().any(|name| self.sema.prelude_procedure(name) == Some(wanted))
    }

    /// The default context, but with the Prelude's `static_allocator`.
    fn context(&self) -> Option<Arc<Global>> {
        let default = self.session.global(self.session.root(Wanted::DefaultContext))?;
        let mut context = Global::clone(&default);
        context.symbol = Name::new(CONTEXT);
        let Some(allocator) = self.sema.prelude_procedure("static_allocator") else { return Some(Arc::new(context)) };
        let chosen = self.session.root(Wanted::Procedure(allocator));
        let TyData::Aggregate { name, .. } = context.ty.data() else { return None };
        let fields = self.session.aggregate(*name)?.fields;
        let field = fields.iter().find(|field| field.name == Name::new("allocator"))?;
        for relocation in context.data.relocations.iter_mut().filter(|it| it.offset == field.offset) {
            relocation.symbol = chosen;
        }
        Some(Arc::new(context))
    }
}

/// The option that raises the limit which an execution has met.
fn limit_option(kind: ErrorKind) -> Option<&'static str> {
    match kind {
        ErrorKind::Steps => Some("--eval-steps"),
        ErrorKind::CallDepth => Some("--eval-depth"),
        ErrorKind::Memory(Fault::MemoryLimit | Fault::TooManyObjects) => Some("--eval-memory"),
        _ => None,
    }
}

fn explain(error: &EvalError, typed: &TypedBody, sema: &Sema) -> Diagnostic {
    let limit = limit_option(error.kind);
    let (kind, message) = match error.kind {
        _ if limit.is_some() => {
            (Kind::EvaluationLimit, format!("compile-time execution is beyond its limits: {}", error.message))
        }
        ErrorKind::Panic => (
            Kind::EvaluationFailed,
            format!("compile-time execution panics: {}", error.message.trim_start_matches("panic: ")),
        ),
        _ => (Kind::EvaluationFailed, format!("compile-time execution fails: {}", error.message)),
    };
    let mut diagnostic = Diagnostic::new(kind, whole_place(typed, sema), message);
    if error.kind == ErrorKind::System {
        diagnostic = diagnostic
            .help("`--allow-run io` grants files, the clock and the environment to the program's own modules");
    }
    if let Some(option) = limit {
        diagnostic = diagnostic.help(format!("if it is meant to need so much, `{option}` sets another limit"));
    }
    diagnostic = with_life(diagnostic, error);
    let entry = Name::new(ENTRY);
    // How the Prelude does what it is asked for says nothing about who asked.
    let is_own = |frame: &&StackFrame| frame.symbol != entry && !sema.is_prelude_file(frame.file);
    let inner = error.frames.iter().position(|frame| is_own(&frame)).unwrap_or(error.frames.len());
    let shown = error.frames.iter().skip(inner).filter(|frame| frame.symbol != entry);
    for frame in shown {
        let span = Span::new(frame.file, frame.at, frame.at);
        diagnostic = diagnostic.frame(span, format!("in `{}`", frame.name));
    }
    diagnostic
}
