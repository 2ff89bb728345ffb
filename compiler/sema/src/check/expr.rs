//! From each kind of expression to the file that checks it.

use std::sync::Arc;

use hubbub_base::FileId;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{Here, PrefixOperator};
use hubbub_syntax::{NodeId, View};

use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind, IntrinsicOperation};
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{Address, Static, Target, TypedValue, Value};
use crate::session::Sema;

impl<'s> Checker<'s> {
    /// Checks an expression, without the guard against deep nesting.
    pub(crate) fn check_expr_kind(&mut self, node: NodeId, view: &View<'s>, expectation: Expectation) -> ExprId {
        match *view {
            View::Error => self.fail_silently(node),
            View::Literal { .. } => self.check_literal(node),
            View::Prefix { operator: PrefixOperator::Pointer, value } if self.is_value_written(value) => {
                self.star_of_value(node, value)
            }
            View::Name { .. }
            | View::Dot { .. }
            | View::Brace { .. }
            | View::ImplicitMember { .. }
            | View::ProcedureType { .. }
            | View::TypeAlias { .. }
            | View::Prefix { operator: PrefixOperator::Pointer, .. } => {
                let target = self.view_target(node, view, expectation);
                self.target_value(node, target, expectation)
            }
            View::Call { callee, arguments } => self.check_call(node, callee, arguments, expectation),
            View::Binary { .. } => self.check_binary(node, view, expectation),
            View::Parenthesized { value } => self.check_expr(value, expectation),
            View::Index { base, arguments } => self.check_index(node, base, arguments),
            View::Dereference { base } => self.check_dereference(node, base),
            View::Prefix { operator, value } => self.check_prefix(node, operator, value, expectation),
            View::Bool { value } => {
                let at = self.at(node);
                self.bool_constant(value, at)
            }
            View::Null => self.check_null(node),
            View::Context => self.check_context(node),
            View::Uninit => self.check_uninit(node, expectation),
            View::BareBrace { arguments } => self.check_bare_brace(node, arguments, expectation),
            View::Procedure { .. } => self.check_procedure_literal(node, expectation),
            View::Block { .. } => self.check_block_expression(node, expectation),
            View::Ifx { .. } => self.check_ifx(node, expectation),
            View::Match { .. } => self.check_match_expression(node, expectation),
            View::OrElse { .. } => self.check_or_else(node, expectation),
            View::OrReturn { .. } => self.check_or_return(node, expectation),
            View::OrBreak { .. } => self.check_or_break(node, expectation),
            View::OrContinue { .. } => self.check_or_continue(node, expectation),
            View::Run { value } => self.check_run(node, value, expectation),
            View::Here { what } => self.check_here(node, what, expectation),
            View::Range { .. } => self.stray_range(node),
            View::Config { arguments } => self.check_config(node, arguments),
            View::Embed { .. } => {
                let value = self.sema.embed(self.module, node);
                self.known_value(node, value)
            }
            View::Asm { arguments, results } => self.check_asm(node, arguments, results),
            View::Struct { .. } | View::Enum { .. } | View::Union { .. } | View::Distinct { .. } => {
                self.mistake(Kind::Misplaced, node, "a type is declared right of `::` only")
            }
            View::NamedArgument { .. } | View::Spread { .. } => {
                self.mistake(Kind::Misplaced, node, "this stands among the arguments of a call only")
            }
            _ => self.mistake(Kind::Misplaced, node, "a statement cannot stand where a value is wanted"),
        }
    }

    fn check_null(&mut self, node: NodeId) -> ExprId {
        let at = self.at(node);
        let ty = self.sema.types.literal_null;
        self.constant(TypedValue { ty, value: Value::Null }, at)
    }

    fn check_uninit(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        match expectation.hint() {
            Some(ty) => {
                let at = self.at(node);
                self.push(ExprKind::Uninit, ty, at)
            }
            None => {
                let diagnostic =
                    Diagnostic::new(Kind::NotInferred, self.span(node), "the type of `uninit` is not known here");
                self.report(diagnostic.help("declare it: `x: T = uninit`"));
                self.error(node)
            }
        }
    }

    /// `#run x`: its value, computed now, or its values, where x is a call with several results.
    fn check_run(&mut self, node: NodeId, value: NodeId, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        let expected = expectation.required().filter(|ty| !self.sema.facts(*ty).is_dependent);
        let Some(values) = self.sema.evaluate_all(&self.env(), value, expected) else {
            self.body.has_errors = true;
            return self.fail_silently(node);
        };
        if values.iter().any(|value| value.value == Value::Dependent) {
            return self.constant(TypedValue { ty: self.sema.types.dependent, value: Value::Dependent }, at);
        }
        let mut constants: Vec<ExprId> = values.into_iter().map(|value| self.constant(value, at)).collect();
        if constants.len() == 1 {
            return constants.pop().unwrap_or_else(|| self.fail_silently(node));
        }
        let types: Vec<TypeId> = constants.iter().map(|constant| self.ty(*constant)).collect();
        let ty = self.sema.intern(TypeKind::Results(types.into()));
        let arguments = self.list_of(&constants);
        self.push(ExprKind::Intrinsic { operation: IntrinsicOperation::Several, arguments }, ty, at)
    }

    fn check_here(&mut self, node: NodeId, what: Here, expectation: Expectation) -> ExprId {
        let at = self.at(node);
        match what {
            Here::File => {
                let file = self.body.file;
                let path = self.sema.sources.files.get(file).map_or(String::new(), |file| file.path.clone());
                let ty = self.sema.types.literal_string;
                self.constant(TypedValue { ty, value: Value::String(path.as_bytes().into()) }, at)
            }
            Here::Line => {
                let (line, _) = self.line_column(at);
                let ty = self.sema.types.literal_int;
                self.constant(TypedValue { ty, value: Value::Integer(line.into()) }, at)
            }
            Here::CallerLocation => match self.sema.prelude_type("Source_Location") {
                Some(ty) => {
                    let pointer = self.sema.pointer_to(ty);
                    self.location(node, if expectation.hint() == Some(pointer) { pointer } else { ty })
                }
                None => self.fail_silently(node),
            },
        }
    }

    fn line_column(&self, at: u32) -> (u32, u32) {
        let file = self.sema.sources.files.get(self.body.file);
        file.map_or((0, 0), |file| file.line_column(at))
    }

    /// A `Source_Location` with the place of a node, or the address of one in static data, as the type says.
    pub(crate) fn location(&mut self, node: NodeId, ty: TypeId) -> ExprId {
        let at = self.at(node);
        if let TypeKind::Pointer(_) = self.kind(ty) {
            return self.constant(TypedValue { ty, value: self.sema.location_address(self.body.file, at) }, at);
        }
        let (line, column) = self.line_column(at);
        let file = self.sema.sources.files.get(self.body.file);
        let path = file.map_or(String::new(), |file| file.path.clone());
        if !matches!(self.kind(ty), TypeKind::Struct(_)) {
            return self.fail_silently(node);
        }
        let (string, u32) = (self.sema.types.string, self.sema.types.u32);
        let path = self.constant(TypedValue { ty: string, value: Value::String(path.as_bytes().into()) }, at);
        let line = self.small_integer(u32, line.into(), at);
        let column = self.small_integer(u32, column.into(), at);
        let fields = self.list_of_pairs(&[(0, path), (1, line), (2, column)]);
        self.push(ExprKind::Struct { fields }, ty, at)
    }

    /// `#config("name", default)`.
    fn check_config(&mut self, node: NodeId, arguments: &[NodeId]) -> ExprId {
        let value = self.sema.config(&self.env(), node, arguments);
        self.known_value(node, value)
    }

    /// A value that a directive stands for; `None` after a mistake that was reported.
    fn known_value(&mut self, node: NodeId, value: Option<TypedValue>) -> ExprId {
        let at = self.at(node);
        match value {
            Some(value) => self.constant(value, at),
            None => self.fail_silently(node),
        }
    }

    fn stray_range(&mut self, node: NodeId) -> ExprId {
        let message = "a range stands behind `in` and between brackets only";
        self.mistake(Kind::Misplaced, node, message)
    }
}

impl Sema {
    /// The address of a `Source_Location` in static data, for a place in a file. Its layout: the file's name, length, line, column.
    pub fn location_address(&self, file: FileId, at: u32) -> Value {
        const SIZE: u64 = 24;
        const ALIGN: u32 = 8;
        let file = self.sources.files.get(file);
        let path = file.map_or("", |file| &file.path);
        let (line, column) = file.map_or((0, 0), |file| file.line_column(at));
        let name = Static { bytes: path.as_bytes().to_vec(), addresses: Vec::new() };
        let name = Target::Data { data: Arc::new(name), size: path.len() as u64 + 1, align: 1 };
        let mut bytes = vec![0; 8];
        bytes.extend((path.len() as u64).to_le_bytes());
        bytes.extend(line.to_le_bytes());
        bytes.extend(column.to_le_bytes());
        let place = Static { bytes, addresses: vec![Address { offset: 0, target: name, addend: 0 }] };
        let place = Target::Data { data: Arc::new(place), size: SIZE, align: ALIGN };
        let address = Address { offset: 0, target: place, addend: 0 };
        Value::Static(Arc::new(Static { bytes: Vec::new(), addresses: vec![address] }))
    }
}
