//! Bodies: locals, blocks, statements, terminators.

use hubbub_base::table::Run;

use super::call::Call;
use super::{Verifier, fits, integer_shape, is_address, is_integer, lane};
use crate::data::body::{
    BasicBlock, Block, Body, Check, Constant, ConstantId, LocalId, Operand, Place, PlaceBase, Projection, Rvalue,
    Statement, Terminator,
};
use crate::data::program::Procedure;
use crate::data::ty::{Abi, Ty, TyData};

pub fn verify<'a>(verifier: &mut Verifier<'a>, procedure: &'a Procedure, body: &'a Body) {
    let mut verifier = BodyVerifier { verifier, procedure, body, is_parameter: Vec::new() };
    verifier.head();
    let entity = verifier.verifier.entity.clone();
    for (id, block) in body.blocks.iter_ids() {
        verifier.block(&entity, id, block);
    }
    verifier.verifier.entity = entity;
    verifier.contexts();
}

pub struct BodyVerifier<'v, 'a> {
    pub verifier: &'v mut Verifier<'a>,
    pub procedure: &'a Procedure,
    pub body: &'a Body,
    /// By local.
    is_parameter: Vec<bool>,
}

impl BodyVerifier<'_, '_> {
    pub fn error(&mut self, message: impl Into<String>) {
        self.verifier.error(message.into());
    }

    fn head(&mut self) {
        let (body, signature) = (self.body, &self.procedure.signature);
        for local in body.locals.iter() {
            self.verifier.value_type(local.ty);
        }
        self.verifier.require(!body.blocks.is_empty(), || "no block".to_owned());
        self.locals_of(&body.parameters, &signature.parameters, "parameter");
        self.locals_of(&body.results, &signature.results, "result");
        let has_context = signature.abi == Abi::Hubbub;
        self.verifier.require(body.context.is_some() == has_context, || "a context against its convention".to_owned());
        if let Some(context) = body.context {
            let is_pointer = self.local(context).is_some_and(|ty| matches!(ty.data(), TyData::Pointer { .. }));
            self.verifier.require(is_pointer, || "the context is no pointer".to_owned());
        }
        self.is_parameter = body.locals.ids().map(|id| body.parameters.contains(&id)).collect();
    }

    fn locals_of(&mut self, locals: &[LocalId], types: &[Ty], what: &str) {
        let is_count_right = locals.len() == types.len();
        self.verifier.require(is_count_right, || format!("{} {what}s, expected {}", locals.len(), types.len()));
        for (index, (local, expected)) in locals.iter().zip(types).enumerate() {
            if let Some(found) = self.local(*local) {
                self.verifier.same(found, *expected, &format!("{what} {index}"));
            }
            let is_new = !locals.iter().take(index).any(|other| other == local);
            self.verifier.require(is_new, || format!("{local} is {what} twice"));
        }
    }

    /// The type of a local; an error if there is none.
    pub fn local(&mut self, local: LocalId) -> Option<Ty> {
        let ty = self.body.locals.get(local).map(|local| local.ty);
        self.verifier.require(ty.is_some(), || format!("{local} is out of range"));
        ty
    }

    fn block(&mut self, entity: &str, id: Block, block: &BasicBlock) {
        for (index, (statement, _)) in block.statements.iter().enumerate() {
            self.verifier.entity = format!("{entity}, {id}, statement {index}");
            self.statement(statement);
        }
        self.verifier.entity = format!("{entity}, {id}, terminator");
        self.terminator(block.terminator);
    }

    fn statement(&mut self, statement: &Statement) {
        match *statement {
            Statement::Assign(place, rvalue) => self.assign(place, rvalue),
            Statement::Call { callee, arguments, results, context } => {
                self.run_in(results, self.body.places.len(), "results");
                let results = Some(self.body.places(results));
                self.call(Call { callee, arguments, results, context });
            }
            Statement::Check { check, operands, context } => {
                self.run_in(operands, self.body.operands.len(), "operands");
                let operands = self.body.operands(operands);
                let types: Vec<_> = operands.iter().map(|operand| self.operand(*operand)).collect();
                self.check(check, &types);
                if let Some(context) = context {
                    self.local(context);
                }
            }
            Statement::StorageLive(local) | Statement::StorageDead(local) => {
                self.local(local);
                self.not_parameter(local, "its storage ends");
            }
        }
    }

    pub fn run_in(&mut self, run: Run, length: usize, what: &str) {
        let end = u64::from(run.start) + u64::from(run.length);
        self.verifier.require(end <= length as u64, || format!("{what} out of range"));
    }

    fn not_parameter(&mut self, local: LocalId, what: &str) {
        let is_parameter = self.is_parameter.get(local.0 as usize).copied().unwrap_or(false);
        self.verifier.require(!is_parameter, || format!("{local} is a parameter, but {what}"));
        let is_context = self.body.context == Some(local);
        self.verifier.require(!is_context, || format!("{local} is the context, but {what}"));
    }

    /// A place that is written to.
    pub fn assigned(&mut self, place: Place) -> Option<Ty> {
        self.own_memory(place, "it is assigned");
        self.place(place)
    }

    /// A place within a local's own memory must not be a parameter's.
    fn own_memory(&mut self, place: Place, what: &str) {
        let goes_elsewhere = self.body.path(place).iter().any(|step| matches!(step, Projection::Deref(_)));
        if let (PlaceBase::Local(local), false) = (place.base, goes_elsewhere) {
            self.not_parameter(local, what);
        }
    }

    fn assign(&mut self, place: Place, rvalue: Rvalue) {
        let expected = self.assigned(place);
        if let Rvalue::AddressOf(of, _) = rvalue {
            self.own_memory(of, "its address is taken");
        }
        let found = self.rvalue(rvalue);
        if let (Some(found), Some(expected)) = (found, expected) {
            self.verifier.same(found, expected, "the value");
        }
        if let (Rvalue::Use(Operand::Copy(from)), Some(ty)) = (rvalue, expected)
            && !ty.is_scalar()
        {
            let overlaps = self.overlap(place, from);
            self.verifier.require(!overlaps, || "an aggregate is assigned from a place that overlaps it".to_owned());
        }
    }

    /// Whether one place is a true part of the other, as far as their paths tell.
    fn overlap(&self, a: Place, b: Place) -> bool {
        let (long, short) = (self.body.path(a), self.body.path(b));
        let (long, short) = if long.len() < short.len() { (short, long) } else { (long, short) };
        a.base == b.base
            && long.len() > short.len()
            && long.starts_with(short)
            && !long.iter().skip(short.len()).any(|step| matches!(step, Projection::Deref(_)))
    }

    fn check(&mut self, check: Check, types: &[Option<Ty>]) {
        let expected: &[Expected] = match check {
            Check::Index => &[Expected::I64, Expected::I64],
            Check::Slice => &[Expected::I64, Expected::I64, Expected::I64],
            Check::Division => &[Expected::Integer],
            Check::Null => &[Expected::Address],
            Check::EnumMember(_) | Check::Rune => &[Expected::Bool, Expected::Integer],
            Check::UnionMember(_) => &[Expected::Bool, Expected::I64, Expected::Integer],
            Check::AnyType(_) => &[Expected::Bool],
            Check::Overflow(crate::data::body::OverflowOp::Neg) => &[Expected::Integer],
            Check::Overflow(_) => &[Expected::Integer, Expected::Integer],
        };
        let is_count_right = expected.len() == types.len();
        self.verifier.require(is_count_right, || format!("{} operands, expected {}", types.len(), expected.len()));
        for (expected, ty) in expected.iter().zip(types) {
            if let Some(ty) = ty {
                self.verifier.require(expected.matches(*ty), || format!("an operand is `{}`", crate::print::ty(*ty)));
            }
        }
        if let (Check::Overflow(_), [Some(a), Some(b)]) = (check, types) {
            self.verifier.same(*b, *a, "the second operand");
        }
    }

    fn target(&mut self, block: Block) {
        let is_in = self.body.blocks.get(block).is_some();
        self.verifier.require(is_in, || format!("{block} is out of range"));
    }

    fn terminator(&mut self, terminator: Terminator) {
        match terminator {
            Terminator::Goto(block) => self.target(block),
            Terminator::Branch { condition, then, otherwise } => {
                if let Some(ty) = self.operand(condition) {
                    self.verifier.same(ty, Ty::bool(), "the condition");
                }
                self.target(then);
                self.target(otherwise);
            }
            Terminator::Switch { value, cases, otherwise } => self.switch(value, cases, otherwise),
            Terminator::TailCall { callee, arguments, context } => {
                let is_same =
                    callee.signature().is_some_and(|it| super::is_same_signature(it, &self.procedure.signature));
                self.verifier.require(is_same, || "a tail call to another signature".to_owned());
                self.call(Call { callee, arguments, results: None, context });
            }
            Terminator::Return | Terminator::Unreachable => {}
        }
    }

    fn switch(&mut self, value: Operand, cases: Run, otherwise: Block) {
        self.run_in(cases, self.body.cases.len(), "cases");
        self.target(otherwise);
        let ty = self.operand(value).filter(|ty| integer_shape(*ty).is_some());
        self.verifier.require(ty.is_some(), || "a switch on what is no integer".to_owned());
        let mut values = Vec::new();
        for (value, block) in self.body.cases(cases) {
            self.target(*block);
            let is_fit = ty.is_none_or(|ty| fits(ty, *value));
            self.verifier.require(is_fit, || format!("the case {value} is no value of the type"));
            values.push(*value);
        }
        values.sort_unstable();
        let is_twice = values.iter().zip(values.iter().skip(1)).any(|(a, b)| a == b);
        self.verifier.require(!is_twice, || "a case stands twice".to_owned());
    }

    /// Locals that serve as contexts: the body's own, or ones that only ever hold addresses of locals or globals, or copies of contexts.
    fn contexts(&mut self) {
        let mut used: Vec<LocalId> = self.body.blocks.iter().flat_map(contexts_of).collect();
        used.sort_unstable();
        used.dedup();
        let mut index = 0;
        while let Some(local) = used.get(index).copied() {
            index += 1;
            if self.body.context == Some(local) {
                continue;
            }
            let is_pointer = self.local(local).is_some_and(|ty| matches!(ty.data(), TyData::Pointer { .. }));
            self.verifier.require(is_pointer, || format!("{local} serves as context, but is no pointer"));
            for rvalue in self.assignments_of(local) {
                match self.context_source(rvalue) {
                    ContextSource::Fine => {}
                    ContextSource::Local(other) if used.contains(&other) => {}
                    ContextSource::Local(other) => used.push(other),
                    ContextSource::Wrong => self.error(format!("{local} serves as context, but holds something else")),
                }
            }
        }
    }

    fn context_source(&self, rvalue: Rvalue) -> ContextSource {
        let local_of = |place: Place| match place.base {
            PlaceBase::Local(local) if place.path.length == 0 => Some(local),
            _ => None,
        };
        match rvalue {
            Rvalue::AddressOf(place, _) if local_of(place).is_some() => ContextSource::Fine,
            Rvalue::Use(Operand::Constant(id)) if self.is_global_address(id) => ContextSource::Fine,
            Rvalue::Use(Operand::Copy(place)) => local_of(place).map_or(ContextSource::Wrong, ContextSource::Local),
            _ => ContextSource::Wrong,
        }
    }

    fn is_global_address(&self, id: ConstantId) -> bool {
        matches!(self.body.constants.get(id), Some(Constant::GlobalAddress { .. }))
    }

    fn assignments_of(&self, local: LocalId) -> Vec<Rvalue> {
        let statements = self.body.blocks.iter().flat_map(|block| &block.statements);
        let assigned = statements.filter_map(|(statement, _)| match statement {
            Statement::Assign(place, rvalue) if *place == Place::local(local) => Some(*rvalue),
            _ => None,
        });
        assigned.collect()
    }
}

enum ContextSource {
    Fine,
    Local(LocalId),
    Wrong,
}

fn contexts_of(block: &BasicBlock) -> Vec<LocalId> {
    let mut contexts: Vec<_> = block
        .statements
        .iter()
        .filter_map(|(statement, _)| match statement {
            Statement::Call { context, .. } | Statement::Check { context, .. } => *context,
            _ => None,
        })
        .collect();
    if let Terminator::TailCall { context, .. } = block.terminator {
        contexts.extend(context);
    }
    contexts
}

/// What a check asks of an operand.
enum Expected {
    I64,
    Integer,
    Bool,
    Address,
}

impl Expected {
    fn matches(&self, ty: Ty) -> bool {
        match self {
            Expected::I64 => ty == Ty::i64(),
            Expected::Integer => is_integer(lane(ty)),
            Expected::Bool => ty == Ty::bool(),
            Expected::Address => is_address(ty),
        }
    }
}
