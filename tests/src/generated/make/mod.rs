//! Makes programs without anything undefined in them.
//!
//! Every expression is made for a type. Indices are masked, divisors are odd, loops count to constants, procedures call only what was
//! made before them, and an estimate of the steps that a call takes keeps nested loops and calls short. Start reading at [`case`];
//! `declare.rs` makes types and variables of the module, `procedure.rs` procedures, `statement.rs` and `expr.rs` what is in them.

mod aggregate;
mod call;
mod control;
mod declare;
mod expr;
mod fault;
mod number;
mod place;
mod procedure;
mod statement;
mod vector;
mod way;

pub use fault::{MARK, with_fault};

use super::random::Random;
use super::tree::{Block, Case, Expr, Generic, Ty, Var, VarInfo};

/// Steps that a procedure may take, by estimate.
const COST_MAX: u64 = 2_000;

/// The procedure that is being made.
struct Frame {
    results: Vec<Ty>,
    is_pure: bool,
    generic: Generic,
    /// Whether calls and jumps may be made here.
    may_call: bool,
    may_return: bool,
    cost: u64,
    /// How often what is made now runs in a call.
    rounds: u64,
    /// Labels of the loops around, from outside; `None` for one without.
    loops: Vec<Option<usize>>,
    /// Labels of blocks around.
    blocks: Vec<usize>,
    /// The type that `=>` gives here.
    gives: Option<Ty>,
    nesting: usize,
}

impl Frame {
    fn new(results: Vec<Ty>, is_pure: bool, generic: Generic) -> Self {
        Self {
            results,
            is_pure,
            generic,
            may_call: true,
            may_return: true,
            cost: 1,
            rounds: 1,
            loops: Vec::new(),
            blocks: Vec::new(),
            gives: None,
            nesting: 0,
        }
    }
}

/// A program in the making.
struct Maker {
    random: Random,
    case: Case,
    /// Variables that are visible.
    scope: Vec<Var>,
    frame: Frame,
    names: usize,
    labels: usize,
}

/// The program of a seed.
pub fn case(seed: u64) -> Case {
    let mut maker = Maker {
        random: Random::new(seed),
        case: Case { seed, ..Case::default() },
        scope: Vec::new(),
        frame: Frame::new(Vec::new(), false, Generic::No),
        names: 0,
        labels: 0,
    };
    maker.types();
    maker.pure_procedures();
    maker.iterators();
    maker.globals();
    maker.procedures();
    maker.entry();
    maker.case
}

impl Maker {
    fn fresh(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}{}_{}", self.names, self.case.seed)
    }

    fn new_var(&mut self, stem: &str, ty: Ty, is_free: bool) -> Var {
        // Nobody is to be told that it is not used.
        let name = format!("_{}", self.fresh(stem));
        self.case.vars.push(VarInfo { name, ty, is_free, is_global: false });
        self.case.vars.len() - 1
    }

    fn ty_of(&self, var: Var) -> Ty {
        self.case.vars[var].ty.clone()
    }

    fn read(&self, var: Var) -> Expr {
        Expr::new(self.ty_of(var), super::tree::Kind::Var(var))
    }

    /// Makes a block in a scope of its own, with names that are visible in it.
    fn scoped(&mut self, names: &[Var], make: impl FnOnce(&mut Self) -> Block) -> Block {
        let before = self.scope.len();
        self.scope.extend(names);
        self.frame.nesting += 1;
        let block = make(self);
        self.frame.nesting -= 1;
        self.scope.truncate(before);
        block
    }

    /// Whether something that takes so many steps fits here; if so, they are counted.
    fn afford(&mut self, steps: u64) -> bool {
        let more = self.frame.rounds.saturating_mul(steps);
        let fits = self.frame.cost.saturating_add(more) <= COST_MAX;
        if fits {
            self.frame.cost += more;
        }
        fits
    }
}

/// A value of a type that is as plain as possible.
pub fn plain(case: &Case, ty: &Ty) -> Expr {
    use super::tree::Kind;
    let kind = match ty {
        Ty::Int(..) => return Expr::int(ty, 1),
        Ty::Float(_) => Kind::Float(1_f64.to_bits()),
        Ty::Bool => Kind::Bool(true),
        Ty::Rune => Kind::Rune('a'),
        Ty::Str => Kind::Str("a".to_owned()),
        Ty::Enum(_) => Kind::Member(0),
        Ty::Distinct(index) => Kind::Convert(plain(case, &case.distincts[*index].base).into()),
        Ty::Maybe(_) => Kind::None,
        Ty::Simd(element, count) => Kind::Array(vec![plain(case, element); *count]),
        _ => Kind::Default,
    };
    Expr::new(ty.clone(), kind)
}
