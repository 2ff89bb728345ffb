//! Operations and questions about types that the language itself offers by name: a table, and what each does.
//!
//! They are found when nothing else declares the name. Questions about types are answered at once, as constants; where a type depends
//! on a generic parameter the answer is a value that is not known yet.

use hubbub_base::{Name, Span};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::BinaryOperator;
use hubbub_syntax::{NodeId, View};

use super::conversion::is_silent;
use super::target::Target;
use super::{Checker, Expectation};
use crate::data::typed::{Conversion, ExprId, ExprKind, IntrinsicOperation, Operator};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};

/// An operation of the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Builtin {
    SizeOf,
    AlignOf,
    OffsetOf,
    TypeOf,
    TypeName,
    TypeInfo,
    BitCast,
    EnumName,
    TagOf,
    Some,
    None,
    Fields,
    Field,
    HasOperator,
    HasOwnOperator,
    IsOrdered,
    DefaultContext,
    As,
    Shuffle,
    /// `is_integer` and the like: the index in [`PREDICATES`].
    Is(u8),
}

/// All operations by name, but for the predicates.
const BUILTINS: &[(&str, Builtin)] = &[
    ("size_of", Builtin::SizeOf),
    ("sizeof", Builtin::SizeOf),
    ("align_of", Builtin::AlignOf),
    ("offset_of", Builtin::OffsetOf),
    ("type_of", Builtin::TypeOf),
    ("type_name", Builtin::TypeName),
    ("type_info", Builtin::TypeInfo),
    ("bit_cast", Builtin::BitCast),
    ("enum_name", Builtin::EnumName),
    ("tag_of", Builtin::TagOf),
    ("some", Builtin::Some),
    ("none", Builtin::None),
    ("fields", Builtin::Fields),
    ("field", Builtin::Field),
    ("has_operator", Builtin::HasOperator),
    ("has_own_operator", Builtin::HasOwnOperator),
    ("is_ordered", Builtin::IsOrdered),
    ("default_context", Builtin::DefaultContext),
    ("as", Builtin::As),
    ("shuffle", Builtin::Shuffle),
];

/// What an argument that should be a type is.
enum TypeArgument {
    Type(TypeId),
    /// A value of type `Type`.
    Value(ExprId),
    /// A mistake, which has been reported.
    Wrong,
}

/// A question about what a type is.
type Predicate = fn(&TypeKind) -> bool;

/// Questions about types by name; they are asked of the base of a distinct type.
const PREDICATES: &[(&str, Predicate)] = &[
    ("is_integer", |kind| matches!(kind, TypeKind::Int { .. })),
    ("is_signed", |kind| matches!(kind, TypeKind::Int { signed: true, .. })),
    ("is_unsigned", |kind| matches!(kind, TypeKind::Int { signed: false, .. })),
    ("is_float", |kind| matches!(kind, TypeKind::Float { .. })),
    ("is_number", |kind| matches!(kind, TypeKind::Int { .. } | TypeKind::Float { .. })),
    ("is_bool", |kind| matches!(kind, TypeKind::Bool)),
    ("is_rune", |kind| matches!(kind, TypeKind::Rune)),
    ("is_string", |kind| matches!(kind, TypeKind::String)),
    ("is_pointer", |kind| matches!(kind, TypeKind::Pointer(_))),
    ("is_array", |kind| matches!(kind, TypeKind::Array { .. })),
    ("is_slice", |kind| matches!(kind, TypeKind::Slice(_))),
    ("is_simd", |kind| matches!(kind, TypeKind::Simd { .. })),
    ("is_struct", |kind| matches!(kind, TypeKind::Struct(_))),
    ("is_enum", |kind| matches!(kind, TypeKind::Enum(_))),
    ("is_union", |kind| matches!(kind, TypeKind::Union(_) | TypeKind::Maybe(_))),
    ("is_maybe", |kind| matches!(kind, TypeKind::Maybe(_))),
    ("is_procedure", |kind| matches!(kind, TypeKind::Procedure(_))),
    ("is_any", |kind| matches!(kind, TypeKind::Any)),
    ("is_type", |kind| matches!(kind, TypeKind::Type)),
];

/// The operators that `has_operator` knows, in the order of their bits in [`crate::session::Sema::type_answers`].
const OPERATORS: [BinaryOperator; 18] = {
    use BinaryOperator as B;
    [
        B::Equal,
        B::NotEqual,
        B::Less,
        B::LessEqual,
        B::Greater,
        B::GreaterEqual,
        B::In,
        B::BitAnd,
        B::BitOr,
        B::BitXor,
        B::ShiftLeft,
        B::ShiftRight,
        B::Add,
        B::Subtract,
        B::Multiply,
        B::Divide,
        B::Remainder,
        B::Modulo,
    ]
};

/// The bit of the first operator, behind those of the predicates.
const OPERATORS_BIT: usize = 32;

impl Builtin {
    /// The operation of this name.
    pub(crate) fn find(name: Name) -> Option<Self> {
        let text = name.as_str();
        let plain = BUILTINS.iter().find(|(name, _)| *name == text).map(|(_, builtin)| *builtin);
        plain.or_else(|| {
            let index = PREDICATES.iter().position(|(name, _)| *name == text)?;
            Some(Builtin::Is(index as u8))
        })
    }

    /// Whether it is `none`.
    pub(crate) fn is_none(self) -> bool {
        self == Builtin::None
    }
}

impl crate::session::Sema {
    /// What the predicates say about a type, a bit each.
    pub fn type_answers(&self, ty: TypeId) -> u64 {
        let base = self.base_of(ty);
        // raw unions are memory, and no unions to ask for their tags
        let is_raw = self.type_attributes(base).is_raw;
        let kind = self.kind(base);
        let bit = |(index, (_, predicate)): (u32, &(&str, Predicate))| u64::from(!is_raw && predicate(kind)) << index;
        let predicates: u64 = (0..).zip(PREDICATES).map(bit).sum();
        predicates | self.operator_answers(ty, &OPERATORS) << OPERATORS_BIT
    }
}

impl<'s> Checker<'s> {
    /// An operation that stands without arguments.
    pub(crate) fn builtin_value(
        &mut self,
        node: NodeId,
        builtin: Builtin,
        _explicit: Option<NodeId>,
        expectation: Expectation,
    ) -> ExprId {
        if builtin == Builtin::None {
            return self.none_value(node, expectation);
        }
        let text = self.source(node);
        self.mistake(Kind::Misplaced, node, format!("`{text}` is an operation of the language: call it, `{text}(…)`"))
    }

    /// `name{explicit}(arguments)`.
    pub(crate) fn call_builtin(
        &mut self,
        node: NodeId,
        builtin: Builtin,
        explicit: Option<NodeId>,
        arguments: &[NodeId],
        expectation: Expectation,
    ) -> ExprId {
        if let Some(answer) = self.ask_at_run_time(builtin, arguments) {
            return answer;
        }
        match (builtin, arguments) {
            (Builtin::SizeOf | Builtin::AlignOf, [ty]) => self.layout_question(node, builtin, *ty),
            (Builtin::OffsetOf, [ty, field]) => self.offset_of(node, *ty, *field),
            (Builtin::TypeOf, [value]) => self.type_of(node, *value),
            (Builtin::TypeName, [ty]) => self.type_name_of(node, *ty),
            (Builtin::TypeInfo, [ty]) => self.type_info(node, *ty),
            (Builtin::BitCast, [value]) => self.bit_cast(node, explicit, *value),
            (Builtin::EnumName, [value]) => self.enum_name(node, *value),
            (Builtin::TagOf, [value]) => self.tag_of(node, *value),
            (Builtin::Some, [value]) => self.some_value(node, *value, expectation),
            (Builtin::Field, [value, field]) => self.field_place(node, *value, *field),
            (Builtin::HasOperator, [ty, operator]) => self.has_operator(node, *ty, *operator, Self::type_has_operator),
            (Builtin::HasOwnOperator, [ty, operator]) => {
                self.has_operator(node, *ty, *operator, Self::type_has_own_operator)
            }
            (Builtin::IsOrdered, [ty]) => {
                self.ask(node, *ty, |checker, ty| checker.type_has_operator(ty, BinaryOperator::Less))
            }
            (Builtin::Is(index), [ty]) => {
                let predicate = PREDICATES.get(index as usize).map(|(_, predicate)| *predicate);
                self.ask(node, *ty, |checker, ty| {
                    let base = checker.sema.base_of(ty);
                    let is = predicate.is_some_and(|predicate| predicate(checker.kind(base)));
                    // raw unions are memory, and no unions to ask for their tags
                    is && !checker.sema.type_attributes(base).is_raw
                })
            }
            (Builtin::DefaultContext, []) => {
                let at = self.at(node);
                let arguments = self.list_of(&[]);
                let operation = IntrinsicOperation::DefaultContext;
                self.push(ExprKind::Intrinsic { operation, arguments }, self.sema.context_type(), at)
            }
            (Builtin::Fields, [_]) => self.mistake(Kind::Misplaced, node, "`fields(T)` stands behind `#for f in`"),
            (Builtin::Shuffle, [first, others @ ..]) => self.shuffle(node, *first, others),
            (Builtin::As, [value]) => self.as_type(node, explicit, *value),
            _ => {
                let name = self.source(node);
                let message = format!("`{name}` does not take {} arguments", arguments.len());
                self.mistake(Kind::NoMatchingProcedure, node, message)
            }
        }
    }

    /// A question about types in a program whose Prelude declares nothing to answer it with.
    pub(crate) fn without_information(&mut self, node: NodeId) -> ExprId {
        self.mistake(
            Kind::Unsupported,
            node,
            "type information needs the Prelude's `Type_Info`, which this Prelude does not declare",
        )
    }

    // ---- questions about types ------------------------------------------------------------------------------------

    /// The type that an argument means; `None` after a mistake.
    pub(crate) fn type_argument(&mut self, node: NodeId) -> Option<TypeId> {
        match self.type_or_value(node) {
            TypeArgument::Type(ty) => Some(ty),
            TypeArgument::Value(value) => {
                self.no_type(node, value);
                None
            }
            TypeArgument::Wrong => None,
        }
    }

    /// A type that is written, or a value of type `Type`.
    fn type_or_value(&mut self, node: NodeId) -> TypeArgument {
        match self.target(node, Expectation::None) {
            Target::Type(ty) => TypeArgument::Type(ty),
            Target::Error => {
                self.body.has_errors = true;
                TypeArgument::Wrong
            }
            Target::Value(value) if is_silent(self.kind_of(value)) => TypeArgument::Type(self.sema.types.dependent),
            target => {
                let value = match target {
                    Target::Value(value) => value,
                    target => self.target_value(node, target, Expectation::None),
                };
                match self.kind_of(value) {
                    TypeKind::Error => TypeArgument::Wrong,
                    TypeKind::Type => TypeArgument::Value(value),
                    _ => {
                        self.no_type(node, value);
                        TypeArgument::Wrong
                    }
                }
            }
        }
    }

    fn no_type(&mut self, node: NodeId, value: ExprId) {
        let found = self.described(self.ty(value));
        let diagnostic = Diagnostic::new(Kind::NotAType, self.span(node), format!("expected a type, found {found}"));
        let text = self.source(node);
        self.report(diagnostic.help(format!("write `type_of({text})` for its type")));
    }

    /// A field of the information about a type that is a value.
    fn information(&mut self, node: NodeId, value: ExprId, field: &str) -> ExprId {
        let at = self.at(node);
        let Some(info) = self.sema.prelude_type("Type_Info") else {
            return self.without_information(node);
        };
        let found = self.sema.field(info, Name::new(field)).map(|(index, field)| (index, field.ty));
        let Some((index, ty)) = found else { return self.fail_silently(node) };
        let arguments = self.list_of(&[value]);
        let pointer = self.sema.pointer_to(info);
        let operation = IntrinsicOperation::TypeInformation;
        let call = self.push(ExprKind::Intrinsic { operation, arguments }, pointer, at);
        let base = self.push(ExprKind::Dereference(call), info, at);
        self.push(ExprKind::Field { base, index }, ty, at)
    }

    /// A value that is not known before there are generic arguments.
    fn unknown_constant(&mut self, node: NodeId, ty: TypeId) -> ExprId {
        let at = self.at(node);
        self.constant(TypedValue { ty, value: Value::Dependent }, at)
    }

    /// A question whose answer is yes or no.
    fn ask(&mut self, node: NodeId, argument: NodeId, question: impl FnOnce(&mut Self, TypeId) -> bool) -> ExprId {
        let bool = self.sema.types.bool;
        let Some(ty) = self.type_argument(argument) else {
            let error = self.fail_silently(node);
            self.body.exprs[error].ty = bool;
            return error;
        };
        if self.sema.facts(ty).is_dependent {
            return self.unknown_constant(node, bool);
        }
        let answer = question(self, ty);
        let at = self.at(node);
        self.bool_constant(answer, at)
    }

    fn has_operator(
        &mut self,
        node: NodeId,
        ty: NodeId,
        operator: NodeId,
        question: fn(&mut Self, TypeId, BinaryOperator) -> bool,
    ) -> ExprId {
        match self.operator_argument(operator) {
            Ok(operator) => self.ask(node, ty, |checker, ty| question(checker, ty, operator)),
            Err((kind, message)) => self.mistake(kind, operator, message),
        }
    }

    /// The operator that a literal names.
    fn operator_argument(&self, node: NodeId) -> Result<BinaryOperator, (Kind, &'static str)> {
        let hubbub_syntax::literal::Literal::String(text) = self.tree.literal(node) else {
            return Err((Kind::NotConstant, "the operator is given as a literal: `has_operator(T, \"<\")`"));
        };
        let found = std::str::from_utf8(&text).ok().and_then(operator_of);
        found.ok_or((Kind::NoOperator, "there is no such operator"))
    }

    fn layout_question(&mut self, node: NodeId, builtin: Builtin, argument: NodeId) -> ExprId {
        let int = self.sema.types.int;
        let ty = match self.type_or_value(argument) {
            TypeArgument::Type(ty) => ty,
            TypeArgument::Value(value) => {
                return self.information(node, value, if builtin == Builtin::SizeOf { "size" } else { "align" });
            }
            TypeArgument::Wrong => {
                let error = self.fail_silently(node);
                self.body.exprs[error].ty = int;
                return error;
            }
        };
        if self.sema.facts(ty).is_dependent {
            return self.unknown_constant(node, int);
        }
        let Some(layout) = self.sema.layout(ty) else { return self.fail_silently(node) };
        let value = match builtin {
            Builtin::SizeOf => layout.size as i64,
            _ => i64::from(layout.align),
        };
        let at = self.at(node);
        self.small_integer(int, value, at)
    }

    fn offset_of(&mut self, node: NodeId, argument: NodeId, field: NodeId) -> ExprId {
        let int = self.sema.types.int;
        let Some(ty) = self.type_argument(argument) else { return self.fail_silently(node) };
        if self.sema.facts(ty).is_dependent {
            return self.unknown_constant(node, int);
        }
        let name = self.name_of(field);
        let base = self.sema.base_of(ty);
        let Some((index, _)) = self.sema.field(base, name) else {
            self.unknown_member(field, ty, name);
            return self.error(node);
        };
        let offset = self.sema.layout(base).and_then(|layout| layout.offsets.get(index as usize).copied());
        let at = self.at(node);
        match offset {
            Some(offset) => self.small_integer(int, offset as i64, at),
            None => self.fail_silently(node),
        }
    }

    fn type_of(&mut self, node: NodeId, argument: NodeId) -> ExprId {
        let at = self.at(node);
        let type_ = self.sema.types.type_;
        match self.target(argument, Expectation::None) {
            Target::Type(_) => self.type_value(type_, at),
            Target::Error => self.fail_silently(node),
            target => {
                let value = self.target_value(argument, target, Expectation::None);
                let value = self.settle(value, argument);
                let ty = self.ty(value);
                if *self.kind(ty) == TypeKind::Any {
                    let arguments = self.list_of(&[value]);
                    let operation = IntrinsicOperation::AnyTypeOf;
                    return self.push(ExprKind::Intrinsic { operation, arguments }, type_, at);
                }
                self.type_value(ty, at)
            }
        }
    }

    fn type_name_of(&mut self, node: NodeId, argument: NodeId) -> ExprId {
        let string = self.sema.types.string;
        let ty = match self.type_or_value(argument) {
            TypeArgument::Type(ty) => ty,
            TypeArgument::Value(value) => return self.information(node, value, "name"),
            TypeArgument::Wrong => return self.fail_silently(node),
        };
        if self.sema.facts(ty).is_dependent {
            return self.unknown_constant(node, string);
        }
        let name = self.sema.type_name(ty);
        let at = self.at(node);
        self.constant(TypedValue { ty: string, value: Value::String(name.as_bytes().into()) }, at)
    }

    /// `type_info(T)`; the type may be a value that is known at run time only.
    fn type_info(&mut self, node: NodeId, argument: NodeId) -> ExprId {
        let at = self.at(node);
        let value = match self.target(argument, Expectation::None) {
            Target::Type(ty) if self.sema.facts(ty).is_dependent => {
                return self.push(ExprKind::Error, self.sema.types.dependent, at);
            }
            Target::Type(ty) => self.type_value(ty, at),
            target => self.target_value(argument, target, Expectation::None),
        };
        let value = self.convert_to(value, self.sema.types.type_, argument);
        if *self.kind_of(value) == TypeKind::Error {
            return self.fail_silently(node);
        }
        let Some(info) = self.sema.prelude_type("Type_Info") else {
            return self.without_information(node);
        };
        // What the Prelude itself asks for is always there.
        if !self.sema.is_prelude(self.module) {
            self.sema.reads_types.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        self.whole_information(value, info, at)
    }

    /// The `Type_Info` that a value of type `Type` leads to.
    fn whole_information(&mut self, value: ExprId, info: TypeId, at: u32) -> ExprId {
        let arguments = self.list_of(&[value]);
        let pointer = self.sema.pointer_to(info);
        let operation = IntrinsicOperation::TypeInformation;
        let call = self.push(ExprKind::Intrinsic { operation, arguments }, pointer, at);
        self.push(ExprKind::Dereference(call), info, at)
    }

    /// A question about a type that is a value of run time, or a parameter: its information has the answer.
    fn ask_at_run_time(&mut self, builtin: Builtin, arguments: &[NodeId]) -> Option<ExprId> {
        let bit_of = |operator| OPERATORS.iter().position(|known| *known == operator).map(|at| OPERATORS_BIT + at);
        let (argument, number) = match (builtin, arguments) {
            (Builtin::Is(predicate), [argument]) => (*argument, usize::from(predicate)),
            (Builtin::IsOrdered, [argument]) => (*argument, bit_of(BinaryOperator::Less)?),
            (Builtin::HasOperator, [argument, operator]) => {
                (*argument, bit_of(self.operator_argument(*operator).ok()?)?)
            }
            _ => return None,
        };
        let Target::Value(value) = self.target(argument, Expectation::None) else { return None };
        if *self.kind_of(value) != TypeKind::Type {
            return None;
        }
        let at = self.at(argument);
        let info = self.sema.prelude_type("Type_Info")?;
        let (index, found) = self.sema.field(info, Name::new("answers"))?;
        let ty = found.ty;
        let base = self.whole_information(value, info, at);
        let answer = self.push(ExprKind::Field { base, index }, ty, at);
        let bit = self.small_integer(ty, 1_i64 << number, at);
        let set = self.push(ExprKind::Binary { operator: Operator::BitAnd, left: answer, right: bit }, ty, at);
        let none = self.small_integer(ty, 0, at);
        let kind = ExprKind::Binary { operator: Operator::NotEqual, left: set, right: none };
        Some(self.push(kind, self.sema.types.bool, at))
    }

    /// `type_info(T).size` and the like, which are known at once.
    pub(crate) fn type_info_field(&mut self, node: NodeId, base: NodeId, name: Name) -> Option<ExprId> {
        let View::Call { callee, arguments: [argument] } = self.view(base) else { return None };
        let View::Name { name: called } = self.view(callee) else { return None };
        if called.as_str() != "type_info" || !matches!(name.as_str(), "size" | "align" | "name") {
            return None;
        }
        if !matches!(self.target(*argument, Expectation::None), Target::Type(_)) {
            return None;
        }
        match (self.target(callee, Expectation::None), name.as_str()) {
            (Target::Builtin { .. }, "size") => Some(self.layout_question(node, Builtin::SizeOf, *argument)),
            (Target::Builtin { .. }, "align") => Some(self.layout_question(node, Builtin::AlignOf, *argument)),
            (Target::Builtin { .. }, _) => Some(self.type_name_of(node, *argument)),
            _ => None,
        }
    }

    // ---- operations on values -------------------------------------------------------------------------------------

    fn bit_cast(&mut self, node: NodeId, explicit: Option<NodeId>, argument: NodeId) -> ExprId {
        let target = match explicit.map(|node| self.view(node)) {
            Some(View::Brace { arguments: [target], .. }) => *target,
            _ => {
                let diagnostic =
                    Diagnostic::new(Kind::NotInferred, self.span(node), "`bit_cast` needs the type to make");
                self.report(diagnostic.help("write `bit_cast{T}(x)`"));
                return self.error(node);
            }
        };
        let to = self.resolve_type(target);
        let value = self.check_expr(argument, Expectation::Hint(to));
        let value = self.settle(value, argument);
        let from = self.ty(value);
        let at = self.at(node);
        let facts = |ty| self.sema.facts(ty);
        if facts(from).has_error || facts(to).has_error {
            return self.fail_silently(node);
        }
        if facts(from).is_dependent || facts(to).is_dependent {
            return self.push(ExprKind::Error, to, at);
        }
        let size = |ty| self.sema.layout(ty).map(|layout| layout.size);
        match (size(from), size(to)) {
            (Some(a), Some(b)) if a == b => self.push(ExprKind::Convert { kind: Conversion::Bits, value }, to, at),
            (Some(a), Some(b)) => {
                let (from, to) = (self.described(from), self.type_name(to));
                let plural = if a == 1 { "" } else { "s" };
                let message = format!("`bit_cast` keeps the size: {from} has {a} byte{plural}, `{to}` has {b}");
                self.mistake(Kind::InvalidConversion, node, message)
            }
            _ => self.fail_silently(node),
        }
    }

    /// `as{T}(a)` of an `Any`: what it holds if that is a T, else `none`. Written out: a variable, a question, two answers.
    fn as_type(&mut self, node: NodeId, explicit: Option<NodeId>, argument: NodeId) -> ExprId {
        let any = self.sema.types.any;
        let value = self.check_to(argument, any);
        let target = match explicit.map(|node| self.view(node)) {
            Some(View::Brace { arguments: [target], .. }) => self.resolve_type(*target),
            _ => return self.mistake(Kind::NotInferred, node, "`as` needs the type that is asked for: `as{T}(a)`"),
        };
        let at = self.at(node);
        let (bool, type_, never, void) =
            (self.sema.types.bool, self.sema.types.type_, self.sema.types.never, self.sema.types.void);
        let maybe = self.sema.intern(TypeKind::Maybe(target));
        if *self.kind_of(value) == TypeKind::Error || self.sema.facts(target).is_dependent {
            return self.push(ExprKind::Error, maybe, at);
        }
        let kept = self.new_local(None, any, at);
        let locals = self.list_of(&[ExprId(kept.0)]);
        let values = self.list_of(&[value]);
        let keep = self.push(ExprKind::Let { locals, values }, void, at);
        let held = self.local(kept, at);
        let arguments = self.list_of(&[held]);
        let operation = IntrinsicOperation::AnyTypeOf;
        let left = self.push(ExprKind::Intrinsic { operation, arguments }, type_, at);
        let right = self.type_value(target, at);
        let condition = self.push(ExprKind::Equal { left, right, negated: false }, bool, at);
        let scope = self.new_scope_id();
        let held = self.local(kept, at);
        let inside = self.push(ExprKind::Convert { kind: Conversion::FromAny, value: held }, target, at);
        let some = self.push(ExprKind::Union { case: 1, payload: Some(inside) }, maybe, at);
        let none = self.push(ExprKind::Union { case: 0, payload: None }, maybe, at);
        let [then, otherwise] = [some, none].map(|value| {
            let give = self.push(ExprKind::Give { scope, value }, never, at);
            let statements = self.list_of(&[give]);
            let scope = self.new_scope_id();
            self.push(ExprKind::Block { scope, statements }, never, at)
        });
        let answer = ExprKind::If { scope, condition, then, otherwise: Some(otherwise) };
        let answer = self.push(answer, maybe, at);
        let scope = self.new_scope_id();
        let give = self.push(ExprKind::Give { scope, value: answer }, never, at);
        let statements = self.list_of(&[keep, give]);
        self.push(ExprKind::Block { scope, statements }, maybe, at)
    }

    fn enum_name(&mut self, node: NodeId, argument: NodeId) -> ExprId {
        let value = self.check_value(argument);
        let ty = self.ty(value);
        match self.kind(self.sema.base_of(ty)) {
            TypeKind::Enum(_) => {}
            TypeKind::Error => return self.fail_silently(node),
            kind if is_silent(kind) => {}
            _ => {
                let message = format!("`enum_name` takes a value of an enum, found {}", self.described(ty));
                return self.mistake(Kind::TypeMismatch, argument, message);
            }
        }
        let at = self.at(node);
        let arguments = self.list_of(&[value]);
        let operation = IntrinsicOperation::EnumName;
        self.push(ExprKind::Intrinsic { operation, arguments }, self.sema.types.string, at)
    }

    fn tag_of(&mut self, node: NodeId, argument: NodeId) -> ExprId {
        let value = self.check_value(argument);
        let ty = self.sema.base_of(self.ty(value));
        let at = self.at(node);
        match self.kind(ty) {
            TypeKind::Union(_) if self.sema.type_attributes(ty).is_raw => {
                let message = format!("`{}` is a raw union, which has no tag", self.type_name(ty));
                return self.mistake(Kind::TypeMismatch, argument, message);
            }
            TypeKind::Union(_) | TypeKind::Maybe(_) => {}
            TypeKind::Error => return self.fail_silently(node),
            kind if is_silent(kind) => return self.push(ExprKind::Error, self.sema.types.dependent, at),
            _ => {
                let message = format!("`tag_of` takes a value of a union, found {}", self.described(ty));
                return self.mistake(Kind::TypeMismatch, argument, message);
            }
        }
        let types = &self.sema.types;
        let tag = match self.sema.layout(ty).map_or(0, |layout| layout.tag_bits) {
            16 => types.u16,
            32 => types.u32,
            64 => types.uint,
            _ => types.u8,
        };
        let number = self.push(ExprKind::Tag(value), tag, at);
        match self.sema.tag_type(ty) {
            Some(tag) => self.push(ExprKind::Convert { kind: Conversion::Int, value: number }, tag, at),
            None => number,
        }
    }

    /// `field(x, f)`: the field that `f` of a `#for` stands for.
    fn field_place(&mut self, node: NodeId, value: NodeId, field: NodeId) -> ExprId {
        let base = self.check_value(value);
        let descriptor = self.check_expr(field, Expectation::None);
        let at = self.at(node);
        if is_silent(self.kind_of(base)) || is_silent(self.kind_of(descriptor)) {
            return self.push(ExprKind::Error, self.sema.types.dependent, at);
        }
        let Some(index) = self.descriptor_index(descriptor) else {
            return self.mistake(Kind::TypeMismatch, field, "`field` takes what a `#for` over `fields(T)` gives");
        };
        self.descriptors.retain(|other| *other != descriptor);
        let owner = self.ty(descriptor);
        let own = self.sema.base_of(self.ty(base));
        if own != owner {
            let message = format!("this is a field of `{}`, not of {}", self.type_name(owner), self.described(own));
            return self.mistake(Kind::TypeMismatch, field, message);
        }
        let Some(fields) = self.sema.fields(owner) else { return self.fail_silently(node) };
        let Some(found) = fields.fields.get(index as usize) else { return self.fail_silently(node) };
        let is_tagged =
            matches!(self.kind(owner), TypeKind::Union(_) | TypeKind::Maybe(_)) && !fields.attributes.is_raw;
        let kind = if is_tagged { ExprKind::Payload { base, case: index } } else { ExprKind::Field { base, index } };
        self.push(kind, found.ty, at)
    }

    /// The index that a field's descriptor stands for: the `f` of `#for f in fields(T)` is an integer of type T.
    pub(crate) fn descriptor_index(&self, expr: ExprId) -> Option<u32> {
        match (self.kind_of(expr), &self.constant_value(expr)?.value) {
            (TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Maybe(_), Value::Integer(index)) => {
                u32::try_from(index).ok()
            }
            _ => None,
        }
    }

    /// Reports descriptors that stand where a value is wanted.
    pub(crate) fn check_descriptors(&mut self) {
        let mut left = std::mem::take(&mut self.descriptors).into_iter();
        // What has been checked twice may be gone.
        let is_there =
            |expr: &ExprId| (expr.0 as usize) < self.body.exprs.len() && self.descriptor_index(*expr).is_some();
        let Some(first) = left.find(is_there) else { return };
        let owner = self.type_name(self.ty(first));
        let at = self.expr(first).at;
        let name = self.tree.text().get(at as usize..).unwrap_or("");
        let end = name.find(|c: char| c != '_' && !c.is_alphanumeric()).unwrap_or(name.len());
        let name = name.get(..end).unwrap_or("");
        let span = Span::new(self.file, at, at + end as u32);
        let message = format!("`{name}` stands for a field of `{owner}` and is no value itself");
        let help = format!(
            "it has `{name}.name`, `{name}.type`, `{name}.index`, `{name}.offset` and `{name}.tag`; the field of a value `x` is `field(x, {name})`"
        );
        self.report(Diagnostic::new(Kind::TypeMismatch, span, message).help(help));
    }

    /// `f.name`, `f.tag`, `f.type`, `f.offset`, `f.index` of a field's descriptor.
    pub(crate) fn descriptor_field(&mut self, descriptor: ExprId, name: Name, at: u32) -> Option<ExprId> {
        let index = self.descriptor_index(descriptor)?;
        let sema = self.sema;
        let owner = self.ty(descriptor);
        let field = sema.fields(owner)?.fields.get(index as usize)?;
        let text = |text: &str| TypedValue { ty: sema.types.string, value: Value::String(text.as_bytes().into()) };
        let found = match name.as_str() {
            "name" => self.constant(text(field.name.as_str()), at),
            "tag" => self.constant(text(field.tag.map_or("", Name::as_str)), at),
            "type" => self.type_value(field.ty, at),
            "index" => self.small_integer(sema.types.int, i64::from(index), at),
            "offset" => {
                let offset = sema.layout(owner)?.offsets.get(index as usize)?;
                self.small_integer(sema.types.int, *offset as i64, at)
            }
            _ => return None,
        };
        self.descriptors.retain(|other| *other != descriptor);
        Some(found)
    }
}

/// The infix operator of this text.
fn operator_of(text: &str) -> Option<BinaryOperator> {
    OPERATORS.into_iter().find(|operator| operator.text() == text)
}
