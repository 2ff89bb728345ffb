//! `match`: alternatives become rows, which are tested from the top; runs of rows that ask for constants or cases
//! become switches.
//!
//! A row that has been passed by, or whose guard has failed, goes on to the rows behind its run, which are built once. So
//! the code is linear in the rows, and a guard that fails costs at most one more test of the rows below.

use hubbub_base::table::Run;
use hubbub_sema::data::typed::{ArmId, ExprId, LocalId, PatternId, PatternTest, ScopeId};
use hubbub_sema::data::types::{TypeId, TypeKind};
use hubbub_sema::data::value::{Value, ValueId};
use indexmap::IndexMap;

use super::body::Lower;
use super::emit::Emit;
use super::place::Hold;
use super::scope::Scope;
use super::types::Shape;
use crate::data::body::{BinaryOp, Block, Check, LocalId as MirLocal, Operand, Place, Terminator};
use crate::data::ty::{Ty, TyData};

/// A range of at most so many values is tested as that many constants.
const RANGE_AS_CASES_MAX: i128 = 16;

/// One alternative of an arm.
#[derive(Clone, Copy)]
pub(super) struct Row {
    arm: usize,
    /// `None` for `else`.
    pattern: Option<PatternId>,
    /// How many of its cases have been tested.
    depth: u32,
}

/// What tells rows apart.
type RowId = (usize, Option<PatternId>);

/// What is matched, or a payload within it.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub(super) place: Place,
    ty: TypeId,
    /// Where no row is left that could match.
    fail: Block,
    /// The place of the `match`.
    at: u32,
}

/// What is known about an arm while tests are built.
pub(super) struct ArmState {
    id: ArmId,
    block: Block,
    /// Variables whose memory ends with the arm.
    storage: Vec<MirLocal>,
    rows: usize,
}

/// What a row asks first.
#[derive(Clone, PartialEq)]
pub(super) enum Asks {
    Nothing,
    Case(u32),
    Numbers(Vec<i128>),
    Text(ValueId),
    Other,
}

impl Lower<'_> {
    /// `match`, as statement or expression.
    pub fn match_(&mut self, scope: ScopeId, value: ExprId, arms: Run, places: &[Place]) {
        let subject = self.subject(value, arms);
        self.scopes.push(Scope::construct(scope, places));
        let depth = self.scopes.len() - 1;
        let (mut arms, rows) = self.rows(arms);
        self.tests(&rows, subject, &mut arms, subject.fail);
        self.b.switch_to(subject.fail);
        self.no_member(subject);
        for arm in arms {
            self.arm(arm, depth);
        }
        self.close();
    }

    fn arm(&mut self, arm: ArmState, depth: usize) {
        let found = self.typed.arms[arm.id];
        self.b.at = found.at;
        self.b.switch_to(arm.block);
        self.scopes.push(Scope::with_storage(arm.storage));
        self.statement(found.body);
        self.close();
        if self.b.is_reachable() {
            self.leave(super::scope::Target::After(depth));
        }
    }

    /// What is matched is evaluated once; a scalar is read once.
    fn subject(&mut self, value: ExprId, arms: Run) -> Subject {
        let at = self.b.at;
        let ty = self.expr(value).ty;
        let lowered = self.ty(ty);
        let binds_by_place = self.binds_by_place(arms);
        let place = if binds_by_place || (!lowered.is_scalar() && self.is_place(value)) {
            self.place(value, Hold::Later)
        } else {
            let operand = self.operand(value);
            match operand {
                Operand::Copy(place) if self.is_lasting(operand) => place,
                _ => Place::local(self.b.keep(operand, lowered)),
            }
        };
        Subject { place, ty, fail: self.b.block(), at }
    }

    fn binds_by_place(&self, arms: Run) -> bool {
        let typed = self.typed;
        arms.of(&typed.lists).iter().any(|arm| {
            let patterns = typed.arms[ArmId(*arm)].patterns;
            let mut bindings = patterns.of(&typed.lists).iter().map(|id| typed.patterns[PatternId(*id)].binding);
            bindings.any(|binding| binding.is_some_and(|local| typed.locals[local].is_reference))
        })
    }

    fn rows(&mut self, arms: Run) -> (Vec<ArmState>, Vec<Row>) {
        let typed = self.typed;
        let (mut states, mut rows) = (Vec::new(), Vec::new());
        for (index, arm) in arms.of(&typed.lists).iter().enumerate() {
            let id = ArmId(*arm);
            let patterns = typed.arms[id].patterns.of(&typed.lists);
            states.push(ArmState { id, block: self.b.block(), storage: Vec::new(), rows: patterns.len().max(1) });
            if patterns.is_empty() {
                rows.push(Row { arm: index, pattern: None, depth: 0 });
            }
            rows.extend(patterns.iter().map(|id| Row { arm: index, pattern: Some(PatternId(*id)), depth: 0 }));
        }
        (states, rows)
    }

    /// No arm has matched. Only an enum that holds no member of its type comes here.
    fn no_member(&mut self, subject: Subject) {
        self.b.at = subject.at;
        if matches!(self.ty(subject.ty).data(), TyData::Enum { .. }) && self.b.is_reachable() {
            let name = hubbub_base::Name::new(&self.session.source.type_name(subject.ty));
            self.b.cold();
            let never = self.b.bool_constant(false);
            self.b.check(Check::EnumMember(name), &[never, Operand::Copy(subject.place)], self.context);
        }
        self.b.terminate(Terminator::Unreachable);
    }

    // ---- tests ---------------------------------------------------------------------------------------------------

    /// Tests rows from the top; there is no current block behind it.
    fn tests(&mut self, rows: &[Row], subject: Subject, arms: &mut [ArmState], fail: Block) {
        let mut rest = rows;
        while let Some(first) = rest.first() {
            let asks = self.asks(*first, subject);
            let length = self.run_length(rest, subject, &asks);
            let (run, behind) = rest.split_at(length.min(rest.len()));
            rest = behind;
            let next = if rest.is_empty() { fail } else { self.b.block() };
            match asks {
                Asks::Nothing => self.arrive_at(*first, subject, arms, next),
                Asks::Case(_) => self.switch_cases(run, subject, arms, next),
                Asks::Numbers(_) => self.switch_numbers(run, subject, arms, next),
                Asks::Text(_) => self.switch_texts(run, subject, arms, next),
                Asks::Other => self.test_other(*first, subject, arms, next),
            }
            if rest.is_empty() {
                return;
            }
            self.b.switch_to(next);
        }
        self.b.goto(fail);
    }

    /// How many rows from the first on can be tested by one switch.
    fn run_length(&mut self, rows: &[Row], subject: Subject, first: &Asks) -> usize {
        if matches!(first, Asks::Nothing | Asks::Other) {
            return 1;
        }
        let kind = std::mem::discriminant(first);
        rows.iter().take_while(|row| std::mem::discriminant(&self.asks(**row, subject)) == kind).count()
    }

    pub(super) fn asks(&mut self, row: Row, subject: Subject) -> Asks {
        let Some(pattern) = row.pattern.map(|id| self.typed.patterns[id]) else { return Asks::Nothing };
        if let Some(case) = pattern.cases.of(&self.typed.lists).get(row.depth as usize) {
            return Asks::Case(*case);
        }
        match pattern.test {
            PatternTest::Anything => Asks::Nothing,
            PatternTest::Constant(value) => self.asks_constant(value, subject.ty),
            PatternTest::Range { low, high, inclusive } => self.asks_range(low, high, inclusive),
            PatternTest::Expression { .. } | PatternTest::AnyType(_) => Asks::Other,
        }
    }

    fn asks_constant(&mut self, value: ValueId, ty: TypeId) -> Asks {
        let lowered = self.ty(ty);
        let is_switchable =
            matches!(lowered.data(), TyData::Int { .. } | TyData::Enum { .. } | TyData::Rune | TyData::Bool);
        if is_switchable && let Some(number) = self.integer_value(value) {
            return Asks::Numbers(vec![super::statics::fitted(number, lowered)]);
        }
        let is_text = matches!(self.session.source.value(value).map(|typed| &typed.value), Some(Value::String(_)));
        if is_text && self.shape(ty) == Shape::String { Asks::Text(value) } else { Asks::Other }
    }

    fn asks_range(&mut self, low: ValueId, high: ValueId, inclusive: bool) -> Asks {
        match (self.integer_value(low), self.integer_value(high)) {
            (Some(low), Some(high)) => {
                let high = if inclusive { high } else { high.saturating_sub(1) };
                let is_short = high.checked_sub(low).is_some_and(|span| span < RANGE_AS_CASES_MAX);
                if is_short { Asks::Numbers((low..=high).collect()) } else { Asks::Other }
            }
            _ => Asks::Other,
        }
    }

    /// A row has matched: its variable gets its value, its guard decides.
    pub(super) fn arrive_at(&mut self, row: Row, subject: Subject, arms: &mut [ArmState], next: Block) {
        let Some(arm) = arms.get_mut(row.arm) else { return };
        let found = self.typed.arms[arm.id];
        self.b.at = found.at;
        if let Some(variable) = row.pattern.and_then(|id| self.typed.patterns[id].binding) {
            let can_alias = arm.rows == 1;
            self.bind(variable, subject.place, can_alias, &mut arm.storage);
        }
        match found.guard {
            Some(guard) => self.branch(guard, arm.block, next),
            None => self.b.goto(arm.block),
        }
    }

    fn bind(&mut self, variable: LocalId, place: Place, can_alias: bool, storage: &mut Vec<MirLocal>) {
        let local = &self.typed.locals[variable];
        let (is_reference, ty) = (local.is_reference, local.ty);
        let facts = self.facts(ty);
        if facts.shape == Shape::Void {
            return;
        }
        let can_alias = can_alias && !facts.ty.is_scalar() && self.is_fixed(variable);
        if !is_reference && can_alias && self.is_lasting(Operand::Copy(place)) {
            return self.alias(variable, place);
        }
        let own = self.declare_unscoped(variable, storage);
        if is_reference {
            let address = self.address(place, facts.ty);
            self.store(Place::local(own), address);
        } else {
            self.store(Place::local(own), Operand::Copy(place));
        }
    }

    /// Rows by what they ask, in order of first appearance; each group gets a block.
    fn grouped<K: std::hash::Hash + Eq>(&mut self, keyed: Vec<(K, Row)>) -> IndexMap<K, (Block, Vec<Row>)> {
        let mut groups: IndexMap<K, (Block, Vec<Row>)> = IndexMap::new();
        for (key, row) in keyed {
            let entry = groups.entry(key).or_insert_with(|| (self.b.block(), Vec::new()));
            entry.1.push(row);
        }
        groups
    }

    // ---- unions --------------------------------------------------------------------------------------------------

    fn switch_cases(&mut self, run: &[Row], subject: Subject, arms: &mut [ArmState], next: Block) {
        let mut keyed = Vec::new();
        for row in run {
            if let Asks::Case(case) = self.asks(*row, subject) {
                keyed.push((case, Row { depth: row.depth + 1, ..*row }));
            }
        }
        let groups = self.grouped(keyed);
        match self.shape(subject.ty) {
            Shape::Union { .. } => {
                let tag = self.b.field(subject.place, 0);
                let cases: Vec<_> = groups.iter().map(|(case, (block, _))| (i128::from(*case), *block)).collect();
                self.switch_or_goto(Operand::Copy(tag), &cases, self.case_count(subject.ty), next);
            }
            _ => {
                for (case, (block, _)) in &groups {
                    let condition = self.is_case(Operand::Copy(subject.place), subject.ty, *case);
                    let otherwise = self.b.block();
                    self.b.terminate(Terminator::Branch { condition, then: *block, otherwise });
                    self.b.switch_to(otherwise);
                }
                self.b.goto(next);
            }
        }
        for (case, (block, rows)) in groups {
            self.b.switch_to(block);
            let place = self.payload_of(subject.place, subject.ty, case);
            let payload = Subject { place, ty: self.payload_type(subject.ty, case), ..subject };
            if next == subject.fail {
                self.tests_of_last(&rows, payload, arms);
            } else {
                self.tests(&rows, payload, arms, next);
            }
        }
    }

    /// Tests of a payload behind which no other row can match: an enum there may hold no member.
    fn tests_of_last(&mut self, rows: &[Row], payload: Subject, arms: &mut [ArmState]) {
        if !matches!(self.ty(payload.ty).data(), TyData::Enum { .. }) {
            return self.tests(rows, payload, arms, payload.fail);
        }
        let fail = self.b.block();
        self.tests(rows, payload, arms, fail);
        self.b.switch_to(fail);
        self.no_member(payload);
    }

    /// A switch; when all values there can be have a case, the last case is the rest.
    fn switch_or_goto(&mut self, value: Operand, cases: &[(i128, Block)], count: Option<usize>, next: Block) {
        match cases.split_last() {
            Some(((_, last), rest)) if count == Some(cases.len()) => {
                if rest.is_empty() {
                    self.b.goto(*last);
                } else {
                    self.b.switch(value, rest, *last);
                }
            }
            _ => self.b.switch(value, cases, next),
        }
    }

    fn case_count(&self, ty: TypeId) -> Option<usize> {
        let source = self.session.source;
        source.fields(source.base_of(ty)).map(|fields| fields.fields.len())
    }

    fn payload_type(&self, ty: TypeId, case: u32) -> TypeId {
        let source = self.session.source;
        let fields = source.fields(source.base_of(ty));
        fields.and_then(|fields| fields.fields.get(case as usize)).map_or(ty, |field| field.ty)
    }

    // ---- numbers -------------------------------------------------------------------------------------------------

    fn switch_numbers(&mut self, run: &[Row], subject: Subject, arms: &mut [ArmState], next: Block) {
        let mut keyed = Vec::new();
        for row in run {
            if let Asks::Numbers(numbers) = self.asks(*row, subject) {
                keyed.extend(numbers.into_iter().map(|number| (number, *row)));
            }
        }
        // One row may have many numbers: they share a block where nothing tells them apart.
        let groups = self.grouped(keyed);
        let mut shared: IndexMap<Vec<RowId>, (Block, Vec<Row>)> = IndexMap::new();
        let mut cases = Vec::new();
        for (number, (block, rows)) in groups {
            let key = rows.iter().map(|row| (row.arm, row.pattern)).collect();
            let (block, _) = shared.entry(key).or_insert((block, rows));
            cases.push((number, *block));
        }
        let value = Operand::Copy(subject.place);
        if *self.ty(subject.ty).data() == TyData::Bool {
            let of =
                |wanted: i128| cases.iter().find(|(number, _)| *number == wanted).map_or(next, |(_, block)| *block);
            self.b.terminate(Terminator::Branch { condition: value, then: of(1), otherwise: of(0) });
        } else {
            let ty = self.ty(subject.ty);
            self.wide_switch(value, ty, &cases, next);
        }
        for (_, (block, rows)) in shared {
            self.b.switch_to(block);
            self.arrive_in_order(&rows, subject, arms, next);
        }
    }

    /// Rows that all match: the first whose guard holds.
    pub(super) fn arrive_in_order(&mut self, rows: &[Row], subject: Subject, arms: &mut [ArmState], next: Block) {
        for (index, row) in rows.iter().enumerate() {
            let has_guard = arms.get(row.arm).is_some_and(|arm| self.typed.arms[arm.id].guard.is_some());
            let is_last = index + 1 == rows.len() || !has_guard;
            let otherwise = if is_last { next } else { self.b.block() };
            self.arrive_at(*row, subject, arms, otherwise);
            if is_last {
                return;
            }
            self.b.switch_to(otherwise);
        }
    }

    // ---- all else ------------------------------------------------------------------------------------------------

    fn test_other(&mut self, row: Row, subject: Subject, arms: &mut [ArmState], next: Block) {
        let Some(pattern) = row.pattern.map(|id| self.typed.patterns[id]) else { return };
        let then = self.b.block();
        let mut matched = subject;
        match pattern.test {
            PatternTest::Constant(value) => {
                let wanted = self.constant_operand(value, subject.ty);
                let found = Operand::Copy(subject.place);
                let condition = self.b.binary_value(BinaryOp::Eq, found, wanted, Ty::bool());
                self.b.terminate(Terminator::Branch { condition, then, otherwise: next });
            }
            PatternTest::Range { low, high, inclusive } => {
                let low = self.constant_operand(low, subject.ty);
                let high = self.constant_operand(high, subject.ty);
                let condition = self.in_range([Operand::Copy(subject.place), low, high], inclusive);
                self.b.terminate(Terminator::Branch { condition, then, otherwise: next });
            }
            PatternTest::Expression { subject: variable, condition } => {
                self.bind_subject(variable, subject.place);
                self.branch(condition, then, next);
            }
            PatternTest::AnyType(ty) => {
                let condition = self.any_or_type_is(subject, ty);
                self.b.terminate(Terminator::Branch { condition, then, otherwise: next });
                self.b.switch_to(then);
                if self.shape(subject.ty) == Shape::Any {
                    matched = Subject { place: self.any_value(subject.place, subject.ty, ty), ty, ..subject };
                }
            }
            PatternTest::Anything => self.b.goto(then),
        }
        self.b.switch_to(then);
        self.arrive_at(row, matched, arms, next);
    }

    /// The variable that a comparison knows what is matched by.
    fn bind_subject(&mut self, variable: LocalId, place: Place) {
        if self.typed.locals[variable].is_reference {
            self.bind_reference(variable, place);
        } else {
            self.alias(variable, place);
        }
    }

    /// Whether an Any holds this type, or a Type is it.
    fn any_or_type_is(&mut self, subject: Subject, ty: TypeId) -> Operand {
        if matches!(self.kind(subject.ty), TypeKind::Type) {
            let wanted = self.type_operand(ty);
            return self.b.binary_value(BinaryOp::Eq, Operand::Copy(subject.place), wanted, Ty::bool());
        }
        self.any_holds(subject.place, ty)
    }
}
