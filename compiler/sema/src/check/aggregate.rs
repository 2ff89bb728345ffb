//! `X{…}` and `{…}`: values of structs, arrays, slices and vectors, and updated copies (chapter 5).

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::conversion::is_silent;
use super::target::Target;
use super::{Checker, Expectation};
use crate::data::typed::{ExprId, ExprKind};
use crate::data::types::{Constructor, TypeId, TypeKind};
use crate::names::lookup::Lookup;
use crate::record::Wish;

/// Fields that a literal has named so far.
type Given = hashbrown::HashSet<u32>;

/// `name = value` in braces.
#[derive(Clone, Copy)]
struct Named {
    node: NodeId,
    name: Name,
    value: NodeId,
}

impl Checker<'_> {
    /// What `base{arguments}` means: the base decides.
    pub(crate) fn brace_target(
        &mut self,
        node: NodeId,
        base: NodeId,
        arguments: &[NodeId],
        expectation: Expectation,
    ) -> Target {
        if let Some(array) = self.counted_array(node, base, arguments) {
            return Target::Value(array);
        }
        let target = self.target(base, expectation.weakened());
        match self.computed_target(base, target) {
            Target::Generic(_) | Target::Constructor(_) => self.type_target(node),
            Target::Procedures { candidates, explicit: None } => {
                Target::Procedures { candidates, explicit: Some(node) }
            }
            Target::Builtin { builtin, explicit: None } => Target::Builtin { builtin, explicit: Some(node) },
            Target::Type(ty) => Target::Value(self.check_literal_of(node, ty, arguments)),
            Target::Value(value) => Target::Value(self.check_update(node, value, base, arguments)),
            Target::Error => {
                self.body.has_errors = true;
                Target::Error
            }
            Target::Case { .. } => {
                self.mistake(Kind::Misplaced, node, "a case takes its value in parentheses: `.case(…)`");
                Target::Error
            }
            Target::Procedures { .. } | Target::Builtin { .. } | Target::Module(_) => {
                let text = self.source(base);
                self.mistake(Kind::Misplaced, node, format!("`{text}` takes nothing in braces"));
                Target::Error
            }
        }
    }

    /// `Array{T, _}{…}`: an array whose length is counted.
    fn counted_array(&mut self, node: NodeId, base: NodeId, arguments: &[NodeId]) -> Option<ExprId> {
        let View::Brace { base: constructor, arguments: parameters } = self.view(base) else { return None };
        let [element, length] = parameters else { return None };
        if self.name_of(*length).as_str() != "_" {
            return None;
        }
        let Target::Constructor(Constructor::Array) = self.target(constructor, Expectation::None) else { return None };
        let element = self.resolve_type(*element);
        let ty = self.sema.intern(TypeKind::Array { element, length: arguments.len() as u64 });
        Some(self.check_literal_of(node, ty, arguments))
    }

    /// `{…}` where a type is expected.
    pub(crate) fn check_bare_brace(&mut self, node: NodeId, arguments: &[NodeId], expectation: Expectation) -> ExprId {
        let Some(ty) = expectation.hint() else {
            let mistake = Diagnostic::new(Kind::NotInferred, self.span(node), "the type of `{…}` is not known here");
            let mistake = mistake.help("write the type before it: `T{…}`, `Array{T, _}{…}`");
            self.report(match arguments {
                [] => mistake
                    .help("what has keys is a `Map{K, V}` of module `Map`, what grows a `List{T}` of module `List`"),
                _ => mistake,
            });
            return self.error(node);
        };
        let made = self.sema.held_by(ty).unwrap_or(ty);
        self.check_literal_of(node, made, arguments)
    }

    /// `T{…}`: a value of a complete type.
    fn check_literal_of(&mut self, node: NodeId, ty: TypeId, arguments: &[NodeId]) -> ExprId {
        self.note_fields(ty, arguments);
        let at = self.at(node);
        let is_named = matches!(arguments.first().map(|node| self.view(*node)), Some(View::NamedArgument { .. }));
        match (self.kind(self.sema.base_of(ty)), arguments) {
            (TypeKind::Slice(element), arguments) if !is_named => {
                let element = *element;
                let known = self.diagnostics.len();
                let elements = self.elements(arguments, element);
                self.advise_data_and_length(known, ty, element, arguments);
                self.push(ExprKind::SliceLiteral { elements }, ty, at)
            }
            (TypeKind::Void | TypeKind::Never, _) => {
                let name = self.type_name(ty);
                self.mistake(Kind::NotCallable, node, format!("there are no values of type `{name}`"))
            }
            (_, []) => self.push(ExprKind::Default, ty, at),
            (TypeKind::Struct(_), _) => self.check_struct(node, ty, arguments),
            (TypeKind::Array { element, length }, _) => self.check_array(node, ty, (*element, *length), arguments),
            (TypeKind::Simd { element, lanes }, _) => {
                self.check_array(node, ty, (*element, u64::from(*lanes)), arguments)
            }
            (TypeKind::String, _) => self.check_data_and_length(node, ty, self.sema.types.u8, arguments),
            (TypeKind::Slice(element), _) => self.check_data_and_length(node, ty, *element, arguments),
            (TypeKind::Union(_), _) => self.check_union(node, ty, arguments, is_named),
            (TypeKind::Error, _) => self.fail_silently(node),
            (kind, _) if is_silent(kind) => {
                for argument in arguments {
                    self.check_dependent_argument(*argument);
                }
                self.push(ExprKind::Error, ty, at)
            }
            _ => {
                let message = format!("`{}` has no fields or elements to give in braces", self.type_name(ty));
                let diagnostic = Diagnostic::new(Kind::Misplaced, self.span(node), message);
                self.report(diagnostic.help(format!("convert a value by `{}(…)`", self.type_name(ty))));
                self.error(node)
            }
        }
    }

    /// `U{member = value}`, which a raw union has.
    fn check_union(&mut self, node: NodeId, ty: TypeId, arguments: &[NodeId], is_named: bool) -> ExprId {
        let base = self.sema.base_of(ty);
        let is_raw = self.sema.type_attributes(base).is_raw;
        if is_raw && is_named {
            return self.check_struct(node, ty, arguments);
        }
        arguments.iter().for_each(|argument| self.check_dependent_argument(*argument));
        let name = self.type_name(ty);
        let given = arguments.iter().find_map(|argument| match self.view(*argument) {
            View::NamedArgument { name, .. } => Some(self.name_of(name)),
            _ => None,
        });
        let cases = self.sema.fields(base).map(|fields| &fields.fields);
        let known =
            cases.and_then(|cases| cases.iter().find(|case| Some(case.name) == given).or_else(|| cases.first()));
        let member = known.map_or_else(|| "member".to_owned(), |case| case.name.to_string());
        let message = format!("a value of the union `{name}` is made of one member");
        let help =
            if is_raw { format!("write `{name}{{{member} = …}}`") } else { format!("write `{name}.{member}(…)`") };
        let diagnostic = Diagnostic::new(Kind::Misplaced, self.span(node), message);
        self.report(diagnostic.help(help));
        self.error(node)
    }

    /// An argument of which nothing is known: only what is inside is checked.
    pub(crate) fn check_dependent_argument(&mut self, argument: NodeId) {
        let expectation = Expectation::Hint(self.sema.types.dependent);
        match self.view(argument) {
            View::NamedArgument { value, .. } | View::Spread { value } => self.check_expr(value, expectation),
            _ => self.check_expr(argument, expectation),
        };
    }

    // ---- structs --------------------------------------------------------------------------------------------------

    /// A struct: all positional and complete, or all named.
    fn check_struct(&mut self, node: NodeId, ty: TypeId, arguments: &[NodeId]) -> ExprId {
        let base = self.sema.base_of(ty);
        let sema = self.sema;
        let Some(fields) = sema.fields(base) else { return self.fail_silently(node) };
        let mark = self.list_begin();
        let named = arguments.iter().filter(|node| matches!(self.view(**node), View::NamedArgument { .. })).count();
        if named == arguments.len() {
            self.named_fields(base, None, arguments);
        } else if named > 0 {
            let span = self.span(node);
            let message = "fields are given either all by position or all by name";
            self.report(Diagnostic::new(Kind::CountMismatch, span, message));
        } else {
            for (index, argument) in arguments.iter().enumerate() {
                let Some(field) = fields.fields.get(index) else { break };
                let value = self.check_to(*argument, field.ty);
                self.list_add(index as u32);
                self.list_add(value.0);
            }
            if fields.fields.len() != arguments.len() {
                self.wrong_field_count(node, ty, arguments.len());
            }
        }
        let pairs = self.list_end(mark);
        let at = self.at(node);
        self.push(ExprKind::Struct { fields: pairs }, ty, at)
    }

    /// `name = value, …` as pairs in the list begun last; `base` is the value that an updated copy is made of.
    fn named_fields(&mut self, ty: TypeId, base: Option<ExprId>, arguments: &[NodeId]) {
        let mut named = Vec::with_capacity(arguments.len());
        for argument in arguments {
            if let View::NamedArgument { name: node, value } = self.view(*argument) {
                named.push(Named { node, name: self.name_of(node), value });
            }
        }
        self.named_list(ty, base, &named);
    }

    fn named_list(&mut self, ty: TypeId, base: Option<ExprId>, named: &[Named]) {
        let sema = self.sema;
        let Some(fields) = sema.fields(ty) else { return };
        let is_context = ty == sema.context_type();
        let mut given = Given::with_capacity(named.len());
        let mut promoted: Vec<(usize, Named)> = Vec::new();
        for field in named {
            self.note_member(field.node, ty, Wish::Field);
            let index = match (self.view(field.node), is_context) {
                (View::Dot { base, name }, _) => {
                    let index = is_context.then(|| self.module_field_index(base, self.name_of(name))).flatten();
                    if index.is_none() {
                        self.wrong_qualified_field(ty, base, name);
                        self.check_dependent_argument(field.value);
                        continue;
                    }
                    index
                }
                (_, true) => self.context_index(field.name, self.at(field.node)),
                _ => fields.position(field.name).map(|index| index as u32),
            };
            if let Some((index, own)) = index.and_then(|index| Some((index, fields.fields.get(index as usize)?))) {
                let value = self.check_to(field.value, own.ty);
                self.add_field(field.node, index, value, &mut given);
            } else if let Some(index) = self.promoted_by(ty, field.name) {
                promoted.push((index, *field));
            } else {
                self.unknown_member(field.node, ty, field.name);
                self.check_dependent_argument(field.value);
            }
        }
        self.promoted_fields(ty, base, &promoted, &mut given);
    }

    /// `M.name = value` that names no field of the context.
    fn wrong_qualified_field(&mut self, ty: TypeId, base: NodeId, name_node: NodeId) {
        self.body.has_errors = true;
        let name = self.name_of(name_node);
        let (qualifier, field) = (self.source(base), name.as_str());
        if ty != self.sema.context_type() {
            let message =
                format!("a field of `{}` stands alone: `{field} = …`, not `{qualifier}.{field}`", self.type_name(ty));
            self.mistake(Kind::UnknownMember, base, message);
            return;
        }
        match self.sema.lookup(&self.outer, self.name_of(base), self.at(base)) {
            Lookup::Module(module) => {
                let added = self.sema.context_fields.iter().map(|id| self.sema.decl(*id));
                let added: Vec<_> = added.filter(|decl| decl.module == module).collect();
                let message = match added.iter().any(|decl| decl.name == name) {
                    true => format!("field `{field}`, which module `{qualifier}` has added to the context, is private"),
                    false => format!("module `{qualifier}` has added no field `{field}` to the context"),
                };
                let mistake = Diagnostic::new(Kind::UnknownMember, self.span(name_node), message);
                let seen = added.iter().filter(|decl| !decl.is_private);
                let names: Vec<_> = seen.map(|decl| format!("`{}`", decl.name)).collect();
                self.report(match names.is_empty() {
                    true => mistake,
                    false => mistake.note(format!("it has added {}", names.join(", "))),
                });
            }
            _ => {
                let message = format!(
                    "`{qualifier}` is no module: a field of the context is named by itself, or behind its module"
                );
                self.mistake(Kind::UnknownMember, base, message);
            }
        }
    }

    /// `name = value` of fields that `using` promotes: an updated copy of the part that has them, which is its default or what the copied value
    /// has there. They are evaluated behind the struct's own fields.
    fn promoted_fields(&mut self, ty: TypeId, base: Option<ExprId>, promoted: &[(usize, Named)], given: &mut Given) {
        let sema = self.sema;
        let Some(fields) = sema.fields(ty).filter(|_| !promoted.is_empty()) else { return };
        for (index, part) in fields.fields.iter().enumerate() {
            let of_part = promoted.iter().filter(|(by, _)| *by == index);
            let inner: Vec<Named> = of_part.map(|(_, field)| *field).collect();
            let Some(first) = inner.first().copied() else { continue };
            let at = self.at(first.node);
            let old = match base {
                Some(base) => self.push(ExprKind::Field { base, index: index as u32 }, part.ty, at),
                None => self.push(ExprKind::Default, part.ty, at),
            };
            let mark = self.list_begin();
            self.named_list(part.ty, Some(old), &inner);
            let fields = self.list_end(mark);
            let value = self.push(ExprKind::Update { base: old, fields }, part.ty, at);
            self.add_field(first.node, index as u32, value, given);
        }
    }

    fn add_field(&mut self, name_node: NodeId, index: u32, value: ExprId, given: &mut Given) {
        if !given.insert(index) {
            let message = format!("field `{}` is given twice", self.source(name_node));
            self.mistake(Kind::DuplicateDeclaration, name_node, message);
            return;
        }
        self.list_add(index);
        self.list_add(value.0);
    }

    fn wrong_field_count(&mut self, node: NodeId, ty: TypeId, given: usize) {
        let sema = self.sema;
        let Some(fields) = sema.fields(self.sema.base_of(ty)) else { return };
        let count = fields.fields.len();
        let name = self.type_name(ty);
        let plural = if count == 1 { "" } else { "s" };
        let message = format!("`{name}` has {count} field{plural}, {given} given");
        let mut diagnostic = Diagnostic::new(Kind::CountMismatch, self.span(node), message);
        let missing: Vec<String> =
            fields.fields.iter().skip(given).take(4).map(|field| format!("`{}`", field.name)).collect();
        if !missing.is_empty() {
            let help = format!("name the fields to leave others at their defaults: `{name}{{x = …}}`");
            diagnostic = diagnostic.note(format!("missing: {}", missing.join(", "))).help(help);
        }
        self.report(diagnostic);
    }

    /// `String{data = p, length = n}`, or `String{p, n}`.
    fn check_data_and_length(&mut self, node: NodeId, ty: TypeId, element: TypeId, arguments: &[NodeId]) -> ExprId {
        let is_named = |node: &NodeId| matches!(self.view(*node), View::NamedArgument { .. });
        let named = arguments.iter().filter(|node| is_named(node)).count();
        if named != arguments.len() && (named > 0 || arguments.len() != 2) {
            let message = format!("`{}` is made of `data = …` and `length = …`", self.type_name(ty));
            return self.mistake(Kind::CountMismatch, node, message);
        }
        let mark = self.list_begin();
        for (index, argument) in arguments.iter().enumerate() {
            let View::NamedArgument { name: name_node, value } = self.view(*argument) else {
                let field = if index == 0 { self.sema.pointer_to(element) } else { self.sema.types.int };
                let value = self.check_to(*argument, field);
                self.list_add(index as u32);
                self.list_add(value.0);
                continue;
            };
            if let View::Dot { base, name } = self.view(name_node) {
                self.wrong_qualified_field(ty, base, name);
                continue;
            }
            let name = self.name_of(name_node);
            let (index, field) = match name.as_str() {
                "data" => (0, self.sema.pointer_to(element)),
                "length" => (1, self.sema.types.int),
                _ => {
                    self.unknown_member(name_node, ty, name);
                    continue;
                }
            };
            let value = self.check_to(value, field);
            self.list_add(index);
            self.list_add(value.0);
        }
        let fields = self.list_end(mark);
        let at = self.at(node);
        self.push(ExprKind::Struct { fields }, ty, at)
    }

    /// `value{field = …}`: an updated copy.
    fn check_update(&mut self, node: NodeId, value: ExprId, base: NodeId, arguments: &[NodeId]) -> ExprId {
        let at = self.at(node);
        let ty = self.ty(value);
        let struct_type = self.sema.base_of(ty);
        match self.kind(struct_type) {
            TypeKind::Struct(_) => {}
            TypeKind::Error => return self.fail_silently(node),
            kind if is_silent(kind) => return self.push(ExprKind::Error, ty, at),
            _ => {
                let message = format!("an updated copy is made of a struct, found {}", self.described(ty));
                return self.mistake(Kind::TypeMismatch, base, message);
            }
        }
        let mut statements = Vec::new();
        let value = self.updated_value(value, arguments, &mut statements);
        let mark = self.list_begin();
        if let Some(unnamed) = arguments.iter().find(|node| !matches!(self.view(**node), View::NamedArgument { .. })) {
            let message = "an updated copy names the fields that it replaces";
            let diagnostic = Diagnostic::new(Kind::CountMismatch, self.span(*unnamed), message);
            self.report(diagnostic.help("write `field = value`"));
        }
        self.named_fields(struct_type, Some(value), arguments);
        let fields = self.list_end(mark);
        let copy = self.push(ExprKind::Update { base: value, fields }, ty, at);
        match statements.first() {
            Some(keep) => self.block_with_value(*keep, copy, at),
            None => copy,
        }
    }

    /// The value of which an updated copy is made, in a variable of its own where it is read several times: for fields that `using` promotes.
    fn updated_value(&mut self, value: ExprId, arguments: &[NodeId], statements: &mut Vec<ExprId>) -> ExprId {
        let ty = self.sema.base_of(self.ty(value));
        let Some(fields) = self.sema.fields(ty) else { return value };
        let is_own = |argument: &&NodeId| match self.view(**argument) {
            View::NamedArgument { name, .. } => {
                let name = self.name_of(name);
                fields.position(name).is_some()
            }
            _ => true,
        };
        if ty == self.sema.context_type() || arguments.iter().all(|argument| is_own(&argument)) || self.is_pure(value) {
            return value;
        }
        let at = self.expr(value).at;
        let kept = self.kept(value, at, statements);
        self.local(kept, at)
    }

    // ---- arrays ---------------------------------------------------------------------------------------------------

    /// Elements of a type.
    fn elements(&mut self, arguments: &[NodeId], element: TypeId) -> hubbub_base::table::Run {
        let mark = self.list_begin();
        for argument in arguments {
            let value = match self.view(*argument) {
                View::NamedArgument { .. } | View::Spread { .. } => {
                    self.mistake(Kind::Misplaced, *argument, "elements are given by position")
                }
                _ => self.check_to(*argument, element),
            };
            self.list_add(value.0);
        }
        self.list_end(mark)
    }

    /// `Slice{T}{pointer, length}`, whose elements are the mistakes behind `known`: says how a slice is made of those.
    fn advise_data_and_length(&mut self, known: usize, ty: TypeId, element: TypeId, arguments: &[NodeId]) {
        let [data, length] = arguments else { return };
        let found = format!("found `{}`", self.type_name(self.sema.pointer_to(element)));
        let (slice, data_text, length) = (self.type_name(ty), self.source(*data), self.source(*length));
        let span = self.span(*data);
        let is_data = |error: &&mut Diagnostic| error.span == Some(span) && error.message.ends_with(&found);
        if let Some(error) = self.diagnostics.iter_mut().skip(known).find(is_data) {
            let fields = format!("`{slice}{{data = {data_text}, length = {length}}}`");
            error.help = vec![format!("a slice of a pointer and a length is {fields}, or `{data_text}[0..<{length}]`")];
        }
    }

    fn check_array(&mut self, node: NodeId, ty: TypeId, shape: (TypeId, u64), arguments: &[NodeId]) -> ExprId {
        let (element, length) = shape;
        if arguments.len() as u64 != length {
            let name = self.type_name(ty);
            let message = format!("`{name}` has {length} elements, {} given", arguments.len());
            let help = "`Array{T, _}{…}` counts them; `T{}` is the default value";
            self.report(Diagnostic::new(Kind::CountMismatch, self.span(node), message).help(help));
        }
        let elements = self.elements(arguments, element);
        let at = self.at(node);
        self.push(ExprKind::Array { elements }, ty, at)
    }
}
