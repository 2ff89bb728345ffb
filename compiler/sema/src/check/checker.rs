//! The checker of one body: what it knows while it walks the tree, and the builder of the [`TypedBody`].
//!
//! Expressions, statements and lists go into flat tables through [`Checker::push`] and the list builder
//! ([`Checker::list_begin`], [`Checker::list_add`], [`Checker::list_end`]); names of locals stand in
//! [`super::scope`]. Mistakes are collected and handed back with the body: nothing is reported while another thread
//! may be checking the same body.

use hubbub_base::table::Run;
use hubbub_base::{FileId, Name, Span, Table, limits};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, Tree, View};

use super::expectation::Expectation;
use super::scope::{Entity, LocalNames};
use super::scratch::Scratch;
use super::statement::Flow;
use crate::data::typed::{Expr, ExprId, ExprKind, Local, LocalId, ScopeId, TypedBody};
use crate::data::types::{InstanceId, ModuleId, Signature, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::names::lookup::Lookup;
use crate::session::{Env, LocalScope, Sema};

/// The checker of one body.
pub struct Checker<'s> {
    /// Everything outside the body.
    pub sema: &'s Sema,
    /// The tree of the body's module.
    pub tree: &'s Tree,
    /// The body's module.
    pub module: ModuleId,
    /// The module's file.
    pub file: FileId,
    /// What the body's declaration can see; [`Checker::env`] adds the names of the body.
    pub outer: Env<'s>,
    /// What is being built.
    pub body: TypedBody,
    /// Names declared in the body so far.
    pub names: LocalNames,
    /// What statements know: loops, labels, results.
    pub flow: Flow,
    /// Procedure literals met so far, in source order, each with its signature.
    pub literals: Vec<(Signature, TypedBody)>,
    /// Mistakes and warnings so far.
    pub diagnostics: Vec<Diagnostic>,
    /// Values of literal-typed `ifx`, `block` and `match` expressions, to retype when the literal meets its type.
    pub literal_gives: Vec<(ScopeId, ExprId)>,
    /// Whether indexing is checked here: `#no-bounds-checks`.
    pub bounds_checks: bool,
    /// Parts were left out because they depend on generic arguments (`#if`, `#for`): what follows from their absence is not reported.
    pub(crate) is_undecided: bool,
    /// Whether a `#for` has been given up because the body grew too large.
    pub(crate) is_unrolled_too_far: bool,
    /// What stands for the names of `#for f in fields(T)`, as long as it is neither `f.name` nor an argument of `field`.
    pub(crate) descriptors: Vec<ExprId>,
    /// Where everything stands, while a default from another declaration is checked as if it stood at a call.
    pub(crate) at_override: Option<u32>,
    /// How deep expressions are nested at this moment.
    pub(crate) depth: u32,
    /// How many mistakes have been compared with all names there are.
    pub(crate) suggested: usize,
    /// Elements of `{…}` among the arguments of the call that is looked at, checked before its parameter was known.
    pub(crate) elements: hashbrown::HashMap<NodeId, ExprId, foldhash::fast::FixedState>,
    /// Memory that goes from body to body.
    pub(crate) scratch: Scratch,
}

/// The beginning of a list under construction.
#[must_use]
#[derive(Clone, Copy, Debug)]
pub struct ListMark(usize);

impl<'s> Checker<'s> {
    /// A checker for the body of `owner`, in the module and with the arguments of `env`.
    pub fn new(sema: &'s Sema, outer: Env<'s>, owner: InstanceId) -> Self {
        let module = outer.module;
        let file = sema.file(module);
        let body = TypedBody {
            owner,
            file,
            locals: Table::new(),
            parameters: Vec::new(),
            captures: Vec::new(),
            results: Vec::new(),
            exprs: Table::new(),
            arms: Table::new(),
            patterns: Table::new(),
            lists: Vec::new(),
            scope_count: 0,
            statements: Run::default(),
            has_errors: false,
        };
        let mut scratch = sema.scratch.take();
        Self {
            sema,
            tree: sema.tree(module),
            module,
            file,
            outer,
            body,
            names: std::mem::take(&mut scratch.names),
            flow: Flow::default(),
            literals: Vec::new(),
            diagnostics: Vec::new(),
            literal_gives: Vec::new(),
            bounds_checks: true,
            is_undecided: false,
            is_unrolled_too_far: false,
            descriptors: Vec::new(),
            at_override: None,
            depth: 0,
            suggested: 0,
            elements: hashbrown::HashMap::default(),
            scratch,
        }
    }

    /// Hands the memory on to the next body.
    pub(crate) fn return_scratch(&mut self) {
        let mut scratch = std::mem::take(&mut self.scratch);
        scratch.names = std::mem::take(&mut self.names);
        self.sema.scratch.give_back(scratch);
    }

    // ---- the tree -------------------------------------------------------------------------------------------------

    /// What a node says.
    #[inline]
    pub fn view(&self, node: NodeId) -> View<'s> {
        self.tree.view(node)
    }

    /// Where a node stands.
    pub fn span(&self, node: NodeId) -> Span {
        let (start, end) = self.tree.range(node);
        Span::new(self.file, start, end)
    }

    /// Where a node begins, for [`Expr::at`].
    #[inline]
    pub fn at(&self, node: NodeId) -> u32 {
        match self.at_override {
            Some(at) => at,
            None => self.tree.start(node),
        }
    }

    /// What can be seen here: for type expressions and constants within the body.
    pub fn env(&self) -> Env<'_> {
        Env { locals: Some(self), ..self.outer }
    }

    /// The type that a node writes; the error type after a mistake.
    pub fn resolve_type(&mut self, node: NodeId) -> TypeId {
        let ty = self.sema.unless_wrong(self.sema.resolve_type(&self.env(), node));
        if self.sema.facts(ty).has_error {
            self.body.has_errors = true;
        }
        ty
    }

    /// The value of an expression that must be known at compile time.
    pub fn evaluate(&mut self, node: NodeId, expected: Option<TypeId>) -> Option<TypedValue> {
        let value = self.sema.evaluate(&self.env(), node, expected);
        self.body.has_errors |= value.is_none();
        value
    }

    /// The text of a [`View::Name`] node; the empty name where the parser had to recover.
    pub fn name_of(&self, node: NodeId) -> Name {
        self.sema.name_of(self.module, node)
    }

    /// The node within any number of parentheses.
    pub fn without_parentheses(&self, node: NodeId) -> NodeId {
        let mut node = node;
        while let View::Parenthesized { value } = self.view(node) {
            node = value;
        }
        node
    }

    // ---- expressions ----------------------------------------------------------------------------------------------

    /// Adds an expression.
    #[inline]
    pub fn push(&mut self, kind: ExprKind, ty: TypeId, at: u32) -> ExprId {
        self.body.exprs.push(Expr { kind, ty, at })
    }

    /// An expression that stands where a mistake is.
    pub fn error(&mut self, node: NodeId) -> ExprId {
        let at = self.at(node);
        self.push(ExprKind::Error, self.sema.types.error, at)
    }

    /// What an expression is.
    #[inline]
    pub fn expr(&self, expr: ExprId) -> Expr {
        self.body.exprs[expr]
    }

    /// The type of an expression.
    #[inline]
    pub fn ty(&self, expr: ExprId) -> TypeId {
        self.body.exprs[expr].ty
    }

    /// What the type of an expression is.
    #[inline]
    pub fn kind_of(&self, expr: ExprId) -> &'s TypeKind {
        self.kind(self.ty(expr))
    }

    /// What a type is.
    #[inline]
    pub fn kind(&self, ty: TypeId) -> &'s TypeKind {
        let sema = self.sema;
        sema.types.get(ty)
    }

    /// The name of a type, as users write it here.
    pub fn type_name(&self, ty: TypeId) -> String {
        self.sema.type_name_in(&self.outer, ty)
    }

    /// A value of compile time as an expression.
    pub fn constant(&mut self, value: TypedValue, at: u32) -> ExprId {
        let ty = value.ty;
        let value = self.sema.values.intern(value);
        self.push(ExprKind::Constant(value), ty, at)
    }

    /// A small integer of an integer type (or of an enum, a rune …).
    pub fn small_integer(&mut self, ty: TypeId, value: i64, at: u32) -> ExprId {
        let values = &self.sema.values;
        let id = *self.scratch.small.entry((ty, value)).or_insert_with(|| values.integer(ty, value));
        self.push(ExprKind::Constant(id), ty, at)
    }

    /// A type as a value.
    pub fn type_value(&mut self, ty: TypeId, at: u32) -> ExprId {
        let type_ = self.sema.types.type_;
        self.constant(TypedValue { ty: type_, value: Value::Type(ty) }, at)
    }

    /// `true` or `false`.
    pub fn bool_constant(&mut self, value: bool, at: u32) -> ExprId {
        let ty = self.sema.types.bool;
        self.constant(TypedValue { ty, value: Value::Bool(value) }, at)
    }

    /// The value of an expression that is a constant already.
    pub fn constant_value(&self, expr: ExprId) -> Option<&'s TypedValue> {
        let sema = self.sema;
        match self.body.exprs[expr].kind {
            ExprKind::Constant(value) => sema.values.get(value),
            _ => None,
        }
    }

    /// A new id for a construct that can be left or given a value.
    pub fn new_scope_id(&mut self) -> ScopeId {
        let scope = ScopeId(self.body.scope_count);
        self.body.scope_count += 1;
        scope
    }

    // ---- lists ----------------------------------------------------------------------------------------------------

    /// Begins a list. Lists nest: what was begun last is ended first.
    pub fn list_begin(&self) -> ListMark {
        ListMark(self.scratch.words.len())
    }

    /// Adds a word (an id, an index) to the list begun last.
    #[inline]
    pub fn list_add(&mut self, word: u32) {
        self.scratch.words.push(word);
    }

    /// What has been added since `mark`.
    pub fn list_words(&self, mark: ListMark) -> &[u32] {
        self.scratch.words.get(mark.0..).unwrap_or(&[])
    }

    /// Takes back the word added last, if it belongs to the list begun at `mark`.
    pub fn list_pop(&mut self, mark: ListMark) -> Option<u32> {
        if self.scratch.words.len() > mark.0 { self.scratch.words.pop() } else { None }
    }

    /// Ends the list begun at `mark`.
    pub fn list_end(&mut self, mark: ListMark) -> Run {
        let start = self.body.lists.len() as u32;
        let length = self.scratch.words.len().saturating_sub(mark.0) as u32;
        self.body.lists.extend(self.scratch.words.drain(mark.0.min(self.scratch.words.len())..));
        Run { start, length }
    }

    /// A list of these expressions.
    pub fn list_of(&mut self, exprs: &[ExprId]) -> Run {
        let start = self.body.lists.len() as u32;
        self.body.lists.extend(exprs.iter().map(|expr| expr.0));
        Run { start, length: exprs.len() as u32 }
    }

    /// A list of (index, expression) pairs.
    pub fn list_of_pairs(&mut self, pairs: &[(u32, ExprId)]) -> Run {
        let start = self.body.lists.len() as u32;
        self.body.lists.extend(pairs.iter().flat_map(|(index, expr)| [*index, expr.0]));
        Run { start, length: pairs.len() as u32 * 2 }
    }

    // ---- variables ------------------------------------------------------------------------------------------------

    /// Adds a variable without making its name known.
    pub fn new_local(&mut self, name: Option<Name>, ty: TypeId, at: u32) -> LocalId {
        self.body.locals.push(Local { name, ty, at, is_reference: false, is_assigned: false, is_address_taken: false })
    }

    /// Adds a variable and makes its name known from here on to the end of the scope.
    pub fn declare_local(&mut self, name: Name, ty: TypeId, at: u32) -> LocalId {
        self.note_variable(ty, at);
        let local = self.new_local(Some(name), ty, at);
        self.names.declare(name, Entity::Local(local));
        local
    }

    /// A use of a variable.
    pub fn local(&mut self, local: LocalId, at: u32) -> ExprId {
        let ty = self.body.locals[local].ty;
        self.push(ExprKind::Local(local), ty, at)
    }

    // ---- mistakes -------------------------------------------------------------------------------------------------

    /// Reports a mistake or a warning.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        if diagnostic.is_error() {
            self.body.has_errors = true;
        } else if self.is_instance() {
            // the check of the generic body itself gives warnings
            return;
        }
        // Warnings never take the room of errors.
        let room = if diagnostic.is_error() { 2 } else { 1 } * limits::DIAGNOSTICS_OF_BODY_MAX;
        if self.diagnostics.len() < room {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether this is the body of a generic declaration for certain arguments.
    pub(crate) fn is_instance(&self) -> bool {
        !self.outer.arguments.is_empty() && !self.sema.is_dependent_instance(self.body.owner)
    }

    /// Whether a message follows from statements that were left out.
    pub(crate) fn is_doubtful(&self, kind: Kind) -> bool {
        let follows = matches!(kind, Kind::UnusedLocal | Kind::UnusedParameter | Kind::MissingReturn);
        self.is_undecided && follows
    }

    /// Reports a mistake at a node and gives the expression that stands for it.
    pub fn mistake(&mut self, kind: Kind, node: NodeId, message: impl Into<String>) -> ExprId {
        let diagnostic = Diagnostic::new(kind, self.span(node), message);
        self.report(diagnostic);
        self.error(node)
    }

    /// Notes that an error was reported elsewhere (a type that could not be resolved …): the body is not to be lowered.
    pub fn fail_silently(&mut self, node: NodeId) -> ExprId {
        self.body.has_errors = true;
        self.error(node)
    }

    // ---- entry points for statements ------------------------------------------------------------------------------

    /// Checks an expression whose nesting is bounded by [`limits::NESTING_MAX`]; what it gives may still be a literal
    /// without its final type, see [`Checker::settle`] and [`Checker::convert_to`].
    pub fn check_expr(&mut self, node: NodeId, expectation: Expectation) -> ExprId {
        if let Some(expr) = self.element_checked(node) {
            return expr;
        }
        let view = self.view(node);
        self.check_view(node, &view, expectation)
    }

    /// The same for a node that has been decoded.
    pub(crate) fn check_view(&mut self, node: NodeId, view: &View<'s>, expectation: Expectation) -> ExprId {
        if !self.go_deeper(node) {
            return self.error(node);
        }
        let expr = self.check_expr_kind(node, view, expectation);
        self.depth -= 1;
        expr
    }

    /// Counts a level of nesting; `false` when there are too many. The parser has bounded brackets and blocks: this bounds
    /// what it builds with loops, like `a.b.c`.
    pub(crate) fn go_deeper(&mut self, node: NodeId) -> bool {
        if self.depth >= limits::EXPRESSION_DEPTH_MAX {
            self.mistake(Kind::NestingTooDeep, node, "this expression is nested too deeply");
            return false;
        }
        self.depth += 1;
        true
    }

    /// Checks an expression that goes to a place of type `ty`, conversion included.
    pub fn check_to(&mut self, node: NodeId, ty: TypeId) -> ExprId {
        if let Some(expr) = self.element_checked(node) {
            return self.convert_to(expr, ty, node);
        }
        let view = self.view(node);
        if let Some(expr) = self.literal_to(node, &view, ty) {
            return expr;
        }
        let expr = self.check_view(node, &view, Expectation::Type(ty));
        self.convert_to(expr, ty, node)
    }

    /// Checks an expression that goes nowhere in particular: literals take their default types.
    pub fn check_value(&mut self, node: NodeId) -> ExprId {
        let expr = self.check_expr(node, Expectation::None);
        self.settle(expr, node)
    }
}

/// The names of the body, and around an expression that is computed while its body is being checked (`#run` in a `#for`) those of that body.
impl LocalScope for Checker<'_> {
    fn find(&self, name: Name) -> Option<Lookup> {
        LocalScope::find(&self.names, name).or_else(|| self.outer.locals?.find(name))
    }

    fn names(&self) -> Vec<Name> {
        let around = self.outer.locals.map_or(Vec::new(), LocalScope::names);
        self.names.names().into_iter().chain(around).collect()
    }
}
