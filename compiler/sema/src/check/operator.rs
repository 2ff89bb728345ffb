//! Operators that programs define: found by scope and in the home modules of the operands, chosen like overloads.
//!
//! `!=` comes from `==`, and `>`, `<=`, `>=` from `<`; `op=` comes from the operator, its place evaluated once.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::NodeId;
use hubbub_syntax::tree::view::{BinaryOperator, OperatorName};

use super::Checker;
use super::binary::{Operands, plain_operator};
use super::builtin::{has_binary, is_comparison, is_shift};
use super::call::arguments::{Argument, ArgumentValue};
use super::call::overload::Site;
use super::conversion::is_silent;
use crate::data::typed::{ExprId, ExprKind, Operator, UnaryOperator};
use crate::data::types::{DeclId, Parameter, TypeId, TypeKind};
use crate::session::Sema;

/// How a comparison comes from another operator.
struct Derived {
    from: BinaryOperator,
    swapped: bool,
    negated: bool,
}

fn derived(operator: BinaryOperator) -> Derived {
    let (from, swapped, negated) = match operator {
        BinaryOperator::NotEqual => (BinaryOperator::Equal, false, true),
        BinaryOperator::Greater => (BinaryOperator::Less, true, false),
        BinaryOperator::LessEqual => (BinaryOperator::Less, true, true),
        BinaryOperator::GreaterEqual => (BinaryOperator::Less, false, true),
        other => (other, false, false),
    };
    Derived { from, swapped, negated }
}

impl Sema {
    /// Which of these operators two values of a type have, a bit each; a program's own are looked for in the type's home module.
    pub(crate) fn operator_answers(&self, ty: TypeId, operators: &[BinaryOperator]) -> u64 {
        let facts = self.facts(ty);
        let Some(decl) = self.own_declarations(self.prelude(), Name::new("Type_Info")).next() else { return 0 };
        if facts.is_dependent || facts.has_error {
            return 0;
        }
        // any owner does: nothing of its body is looked at
        let owner = self.instantiate(decl, &[]);
        let mut checker = Checker::new(self, self.env(owner), owner);
        let bit =
            |(index, operator): (u32, &BinaryOperator)| u64::from(checker.type_has_operator(ty, *operator)) << index;
        (0..).zip(operators).map(bit).sum()
    }
}

/// The types of an operator's operands: all operators but comparisons, which the compiler calls by itself, may take the place of the call
/// besides.
pub(crate) fn operand_types(name: OperatorName, parameters: &[Parameter]) -> impl Iterator<Item = TypeId> {
    use BinaryOperator as B;
    let takes_place = !matches!(name, OperatorName::Binary(B::Or | B::And | B::Equal | B::Less | B::In));
    parameters.iter().filter(move |parameter| !(takes_place && parameter.is_by_name)).map(|parameter| parameter.ty)
}

impl Checker<'_> {
    /// An operator between two operands as a program defines it; `None` if no definition fits.
    pub(crate) fn user_binary(&mut self, written: BinaryOperator, operands: Operands) -> Option<ExprId> {
        let Derived { from, swapped, negated } = derived(written);
        let name = OperatorName::Binary(from);
        let (left, right) = ((operands.left, operands.left_node), (operands.right, operands.right_node));
        let call = if swapped {
            let call = self.user_operator(operands.node, name, &[right, left])?;
            self.in_source_order(call);
            call
        } else {
            self.user_operator(operands.node, name, &[left, right])?
        };
        if !negated {
            return Some(call);
        }
        let bool = self.sema.types.bool;
        let at = self.at(operands.node);
        let value = self.convert_to(call, bool, operands.node);
        Some(self.push(ExprKind::Unary { operator: UnaryOperator::Not, value }, bool, at))
    }

    /// Operands that were swapped are still evaluated as they are written: the pairs of the call change places.
    fn in_source_order(&mut self, call: ExprId) {
        if let ExprKind::Call { arguments, .. } = self.expr(call).kind {
            let start = arguments.start as usize;
            if let Some(pairs) = self.body.lists.get_mut(start..start + arguments.length as usize)
                && pairs.len() == 4
            {
                pairs.rotate_left(2);
            }
        }
    }

    /// A call of the operator `name` with these operands; `None` if no definition fits.
    pub(crate) fn user_operator(
        &mut self,
        node: NodeId,
        name: OperatorName,
        operands: &[(ExprId, NodeId)],
    ) -> Option<ExprId> {
        let types: Vec<TypeId> = operands.iter().map(|(expr, _)| self.ty(*expr)).collect();
        let candidates = self.operator_candidates(name, &types);
        if candidates.is_empty() {
            return None;
        }
        let arguments: Vec<Argument> = operands.iter().map(|(expr, node)| Argument::plain(*expr, *node)).collect();
        let site = Site { node, name_node: node, explicit: None };
        self.call_if_fitting(&site, &candidates, &arguments)
    }

    /// Definitions of an operator for so many operands: those in scope, then those of the operands' home modules.
    pub(crate) fn operator_candidates(&self, name: OperatorName, operands: &[TypeId]) -> Vec<DeclId> {
        self.sema.operator_set(self.module, name, operands, || self.all_operators(name, operands))
    }

    /// Whether there are definitions of an operator between two operands, in scope or in the home module of a type.
    fn sees_operator(&mut self, name: OperatorName, ty: TypeId) -> bool {
        let key = (self.module, name, self.sema.home_module(ty));
        if let Some(sees) = self.scratch.operators.get(&key) {
            return *sees;
        }
        let sees = !self.operator_candidates(name, &[ty, ty]).is_empty();
        if !Sema::is_giving_up() {
            self.scratch.operators.insert(key, sees);
        }
        sees
    }

    fn all_operators(&self, name: OperatorName, operands: &[TypeId]) -> Vec<DeclId> {
        let mut found = self.sema.operators(self.module, name);
        let mut seen: hashbrown::HashSet<DeclId> = found.iter().copied().collect();
        for ty in operands {
            let home = self.sema.home_module(*ty);
            for decl in self.sema.public_operators(home, name) {
                if seen.insert(decl) {
                    found.push(decl);
                }
            }
        }
        // `-` is one name for two operators
        found.retain(|decl| {
            let signature = self.sema.signature(self.sema.identity_instance(*decl));
            signature.is_some_and(|signature| operand_types(name, &signature.parameters).count() == operands.len())
        });
        found
    }

    /// Whether values of a type have an operator between two of them, the language's or a program's.
    pub(crate) fn type_has_operator(&mut self, ty: TypeId, operator: BinaryOperator) -> bool {
        if let Some(plain) = plain_operator(operator)
            && has_binary(self.sema, ty, plain)
        {
            return true;
        }
        self.type_has_own_operator(ty, operator)
    }

    /// Whether a program defines an operator between two values of a type.
    pub(crate) fn type_has_own_operator(&mut self, ty: TypeId, operator: BinaryOperator) -> bool {
        let name = OperatorName::Binary(derived(operator).from);
        let candidates = self.operator_candidates(name, &[ty, ty]);
        if candidates.is_empty() {
            return false;
        }
        let dummy = self.push(ExprKind::Uninit, ty, 0);
        let dummy = Argument::plain(dummy, NodeId(0));
        self.any_fits(&candidates, &[dummy.clone(), dummy])
    }

    /// What is said about definitions of an operator that do not fit.
    pub(crate) fn operator_notes(&self, written: BinaryOperator, operands: Operands) -> Vec<String> {
        const NOTES_MAX: usize = 4;
        let types = [self.ty(operands.left), self.ty(operands.right)];
        let candidates = self.operator_candidates(OperatorName::Binary(derived(written).from), &types);
        // what the Prelude has for others says nothing
        let shown =
            candidates.iter().filter(|decl| !self.sema.is_prelude(self.sema.decl(**decl).module)).take(NOTES_MAX).map(
                |decl| format!("`{}` is defined for `{}`", derived(written).from.text(), self.parameters_text(*decl)),
            );
        shown.collect()
    }

    // ---- `op=` ----------------------------------------------------------------------------------------------------

    /// `place op= value`, a statement.
    pub fn check_operator_assignment(
        &mut self,
        node: NodeId,
        written: BinaryOperator,
        place_node: NodeId,
        value_node: NodeId,
    ) -> ExprId {
        if let Some(statement) = self.index_operator_assignment(node, written, place_node, value_node) {
            return statement;
        }
        let place = self.check_place(place_node);
        self.mark_assigned(place);
        let Some(operator) = plain_operator(written).filter(|operator| !is_comparison(*operator)) else {
            let message = format!("there is no `{}=`", written.text());
            return self.mistake(Kind::NoOperator, node, message);
        };
        let (at, void) = (self.at(node), self.sema.types.void);
        let ty = self.ty(place);
        if is_silent(self.kind(ty)) {
            let value = self.check_value(value_node);
            return self.push(ExprKind::AssignOperator { operator, place, value }, void, at);
        }
        if has_binary(self.sema, ty, operator) {
            return match self.assigned_operand(operator, ty, place_node, value_node) {
                Ok(value) => self.push(ExprKind::AssignOperator { operator, place, value }, void, at),
                Err(value) => self.assign_by_call(node, (written, operator), (place, place_node), (value, value_node)),
            };
        }
        let value = self.check_expr(value_node, super::Expectation::Hint(ty));
        self.assign_by_call(node, (written, operator), (place, place_node), (value, value_node))
    }

    /// The right side of an `op=` of the language's own; as an `Err` if it has none for its type and the place's.
    fn assigned_operand(
        &mut self,
        operator: Operator,
        ty: TypeId,
        place_node: NodeId,
        value_node: NodeId,
    ) -> Result<ExprId, ExprId> {
        if is_shift(operator) {
            let value = self.check_value(value_node);
            let kind = self.kind(self.sema.base_of(self.ty(value)));
            let counts = matches!(kind, TypeKind::Int { .. }) || is_silent(kind) || self.ty(value) == ty;
            return if counts { Ok(self.shift_count(value, ty)) } else { Err(value) };
        }
        if !self.sees_operator(OperatorName::Binary(written_of(operator)), ty) {
            return Ok(self.assigned_value(ty, place_node, value_node));
        }
        let value = self.check_expr(value_node, super::Expectation::Hint(ty));
        let fits = super::literal::is_literal(self.kind_of(value))
            || super::conversion::implicit(self.sema, self.ty(value), ty).is_some();
        if fits { Ok(self.convert_to(value, ty, value_node)) } else { Err(self.settle(value, value_node)) }
    }

    /// A value that is combined with a place of type `ty`.
    fn assigned_value(&mut self, ty: TypeId, place_node: NodeId, value_node: NodeId) -> ExprId {
        let before = self.diagnostics.len();
        let value = match self.kind(self.sema.base_of(ty)) {
            TypeKind::Simd { .. } => {
                let value = self.check_expr(value_node, super::Expectation::Hint(ty));
                match self.splat(value, ty) {
                    Some(vector) => vector,
                    None => self.convert_to(value, ty, value_node),
                }
            }
            _ => self.check_to(value_node, ty),
        };
        if let Some(last) = self.diagnostics.get_mut(before..).and_then(<[Diagnostic]>::last_mut)
            && last.kind == Kind::TypeMismatch
        {
            let declared = self.tree.range(place_node);
            let span = hubbub_base::Span::new(self.file, declared.0, declared.1);
            let name = self.sema.type_name(ty);
            last.labels.push((span, format!("this is a `{name}`")));
        }
        value
    }

    /// `place op= value` by a definition of the operator: the place's address is taken once.
    fn assign_by_call(
        &mut self,
        node: NodeId,
        operators: (BinaryOperator, Operator),
        place: (ExprId, NodeId),
        value: (ExprId, NodeId),
    ) -> ExprId {
        let (written, operator) = operators;
        let ((place, place_node), (value, value_node)) = (place, value);
        let (at, ty, void) = (self.at(node), self.ty(place), self.sema.types.void);
        let pointer_type = self.sema.pointer_to(ty);
        let pointer = self.new_local(None, pointer_type, at);
        let address = self.local(pointer, at);
        let left = self.push(ExprKind::Dereference(address), ty, at);
        let operands = Operands { node, left, left_node: place_node, right: value, right_node: value_node };
        let call = self.binary(written, operator, operands);
        let call = self.convert_to(call, ty, node);
        self.mark_address_taken(place);
        self.push(ExprKind::AssignCall { pointer, place, call }, void, at)
    }
}

/// The infix operator of an operator that is assigned with.
fn written_of(operator: Operator) -> BinaryOperator {
    match operator {
        Operator::Add => BinaryOperator::Add,
        Operator::Subtract => BinaryOperator::Subtract,
        Operator::Multiply => BinaryOperator::Multiply,
        Operator::Divide => BinaryOperator::Divide,
        Operator::Remainder => BinaryOperator::Remainder,
        Operator::Modulo => BinaryOperator::Modulo,
        Operator::BitAnd => BinaryOperator::BitAnd,
        Operator::BitOr => BinaryOperator::BitOr,
        Operator::BitXor => BinaryOperator::BitXor,
        Operator::ShiftLeft => BinaryOperator::ShiftLeft,
        Operator::ShiftRight => BinaryOperator::ShiftRight,
        Operator::Equal => BinaryOperator::Equal,
        Operator::NotEqual => BinaryOperator::NotEqual,
        Operator::Less => BinaryOperator::Less,
        Operator::LessEqual => BinaryOperator::LessEqual,
        Operator::Greater => BinaryOperator::Greater,
        Operator::GreaterEqual => BinaryOperator::GreaterEqual,
    }
}

impl Argument {
    /// A checked value without a name.
    pub(crate) fn plain(expr: ExprId, node: NodeId) -> Self {
        Self { node, name: None, is_spread: false, is_receiver: false, value: ArgumentValue::Checked(expr) }
    }
}
