//! From the checker's typed bodies to MIR.
//!
//! A body is lowered by itself ([`body`]); what it refers to is *wanted* by symbol ([`session`]) and lowered by whoever
//! comes first ([`program`]), or when the interpreter asks. One file a construct:
//!
//! | | |
//! | --- | --- |
//! | `statement`, `control`, `scope` | variables, assignments; blocks, branches; ways out with their `defer`s |
//! | `expr`, `operators`, `convert`, `aggregate`, `constants`, `defaults`, `statics` | values |
//! | `place`, `effects` | where values are, and how long they stay the same |
//! | `call`, `intrinsic`, `equality`, `any`, `fallible` | calls and what is made of them |
//! | `match_`, `for_loop`, `utf8` | the big statements |
//! | `types`, `variable`, `generated`, `program_main` | what a program has besides bodies |
//! | `simplify` | tidies the blocks of a finished body |
//!
//! What lowering does not do: it reports nothing (a body with errors is never lowered) and optimises nothing, but it
//! makes no temporary where a place can be read directly.

mod aggregate;
mod any;
mod body;
mod call;
mod constants;
mod control;
mod convert;
mod defaults;
mod effects;
mod emit;
mod equality;
mod expr;
mod fallible;
mod for_loop;
mod generated;
mod intrinsic;
mod match_;
mod match_hash;
mod match_text;
mod operators;
mod place;
mod program;
mod program_main;
mod scope;
mod session;
mod simplify;
mod soa;
mod source;
mod statement;
mod statics;
mod type_information;
mod types;
mod utf8;
mod variable;

pub use program::{lower_body, lower_program};
pub use session::{Item, Session, Wanted};
pub use source::{ProcedureFacts, Source, VariableFacts};

/// What the build chose.
#[derive(Clone, Debug)]
pub struct Options {
    /// Index and slice checks; off under `--no-bounds-checks`.
    pub bounds_checks: bool,
    /// `--overflow trap`.
    pub overflow_checks: bool,
    /// `--sanitize undefined`: indices are checked where the source says otherwise too, and pointers are compared with null.
    pub all_checks: bool,
    /// Type information leads to procedures that show values: for programs that print an `Any`.
    pub any_formats: bool,
    /// Type information describes the parts of types: for programs that ask for it.
    pub type_parts: bool,
    /// Installs the handler that turns null and stack overflow into panics.
    pub fault_handler: bool,
    /// The default context has zeros in the fields that modules have added: for code that computes the default of one of these.
    pub bare_context: bool,
    /// Lets the verifier look at the result, and panics if it finds anything.
    pub verify: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            bounds_checks: true,
            overflow_checks: false,
            all_checks: false,
            any_formats: false,
            type_parts: false,
            fault_handler: true,
            bare_context: false,
            verify: cfg!(debug_assertions),
        }
    }
}
