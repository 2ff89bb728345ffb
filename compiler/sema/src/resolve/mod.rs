//! From type expressions to types.
//!
//! A type expression is a syntax node like any other; [`Sema::resolve_type`] takes those that write types directly (names, `M.T`,
//! `Pointer{T}`, `*T`, procedure types) and hands any other to the evaluation of constants, which must give a `Type`.
//! Fields and members are in [`fields`] and [`members`].

pub mod declared;
pub mod fields;
pub mod members;

use hubbub_base::Name;
use hubbub_base::limits::{TYPE_BYTES_MAX, TYPE_DEPTH_MAX};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::tree::view::{Abi, Body, PrefixOperator};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use crate::data::types::{Argument, Constructor, DeclId, ModuleId, ProcedureType, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::names::lookup::Lookup;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

/// What a node is, seen as a type.
enum Written {
    Type(TypeId),
    /// An expression that may still be one.
    Unknown,
    /// No type; why not has been said, or is said by this.
    Wrong(Option<Box<Diagnostic>>),
}

impl Sema {
    /// The type that a node writes; reports what is wrong and gives the error type.
    pub fn resolve_type(&self, env: &Env<'_>, node: NodeId) -> TypeId {
        match self.written(env, node) {
            Written::Type(ty) => self.bounded(env, node, ty),
            Written::Wrong(diagnostic) => {
                if let Some(diagnostic) = diagnostic {
                    self.report(*diagnostic);
                }
                self.types.error
            }
            Written::Unknown => self.evaluated_type(env, node),
        }
    }

    /// The type that a node writes, if it writes one; reports nothing when it is an expression that is no type.
    pub fn try_resolve_type(&self, env: &Env<'_>, node: NodeId) -> Option<TypeId> {
        match self.written(env, node) {
            Written::Type(ty) => Some(self.bounded(env, node, ty)),
            _ => None,
        }
    }

    fn bounded(&self, env: &Env<'_>, node: NodeId, ty: TypeId) -> TypeId {
        if u32::from(self.facts(ty).depth) <= TYPE_DEPTH_MAX {
            return ty;
        }
        let message = format!("a type that is nested more than {TYPE_DEPTH_MAX} deep");
        self.report(self.error_at(env.module, node, Kind::InstanceLimit, message));
        self.types.error
    }

    fn evaluated_type(&self, env: &Env<'_>, node: NodeId) -> TypeId {
        match self.evaluate(env, node, Some(self.types.type_)) {
            Some(TypedValue { value: Value::Type(ty), .. }) => ty,
            Some(TypedValue { value: Value::Dependent | Value::Parameter { .. }, .. }) => self.types.dependent,
            Some(_) => {
                self.report(self.error_at(env.module, node, Kind::NotAType, "a value where a type is expected"));
                self.types.error
            }
            None => self.types.error,
        }
    }

    fn written(&self, env: &Env<'_>, node: NodeId) -> Written {
        match self.view(env.module, node) {
            View::Error => Written::Wrong(None),
            View::Name { name } => {
                self.note_name(env, node, name);
                let found = self.lookup(env, name, self.tree(env.module).start(node));
                self.named_type(env, node, name, found)
            }
            View::Dot { base, name } => self.qualified_type(env, node, base, name),
            View::Brace { base, arguments } => self.applied_type(env, node, base, arguments),
            View::Prefix { operator: PrefixOperator::Pointer, value } => self.pointer_type(env, value),
            View::Parenthesized { value } => self.written(env, value),
            View::TypeAlias { ty } => Written::Type(self.resolve_type(env, ty)),
            View::ProcedureType { abi, parameters, results } => {
                Written::Type(self.procedure_type(env, abi, parameters, results))
            }
            View::Procedure { abi, parameters, results, body: Body::None, generics: [], .. } => {
                Written::Type(self.procedure_type(env, abi, parameters, results))
            }
            View::Struct { .. } | View::Enum { .. } | View::Union { .. } | View::Distinct { .. } => {
                let diagnostic = self.error_at(env.module, node, Kind::Misplaced, "a type declaration inside a type");
                wrong(diagnostic.help("`struct`, `enum`, `union` and `distinct` stand only right of `::`"))
            }
            _ => Written::Unknown,
        }
    }

    fn pointer_type(&self, env: &Env<'_>, value: NodeId) -> Written {
        match self.written(env, value) {
            Written::Type(inner) => Written::Type(self.pointer_to(inner)),
            // To hand on the whole would come back here: an expression's `*T` is a type.
            Written::Unknown => Written::Type(self.pointer_to(self.evaluated_type(env, value))),
            wrong => wrong,
        }
    }

    /// The type that a name means.
    fn named_type(&self, env: &Env<'_>, node: NodeId, name: Name, found: Lookup) -> Written {
        match found {
            Lookup::Type(ty) => Written::Type(ty),
            Lookup::Generic(Argument::Type(ty)) => Written::Type(ty),
            Lookup::Decl(decl) => self.declared(env, node, name, decl),
            Lookup::Constructor(constructor) => {
                let message = format!("`{name}` needs type arguments");
                let help = format!("write `{}`", constructor.example());
                wrong(self.error_at(env.module, node, Kind::NotAType, message).help(help))
            }
            Lookup::Clash => Written::Type(self.types.error),
            Lookup::NotFound => wrong(self.unknown_name(env, node, name)),
            Lookup::Private(decl) => wrong(self.private_name(env.module, node, decl)),
            Lookup::Ambiguous(decls) => wrong(self.ambiguous_name(env.module, node, name, &decls)),
            Lookup::Generic(Argument::Value(value)) => match self.value(value) {
                Some(TypedValue { value: Value::Type(ty), .. }) => Written::Type(*ty),
                // reported where the parameter is declared
                Some(TypedValue { value: Value::Parameter { decl, index }, .. })
                    if !self.is_parameter_type(self.value_parameter_type(*decl, *index)) =>
                {
                    Written::Wrong(None)
                }
                _ => wrong(self.not_a_type(env.module, node, name, "a value")),
            },
            Lookup::Procedures(_) => {
                let diagnostic = self.not_a_type(env.module, node, name, "a procedure");
                wrong(match name.as_str() {
                    "error" => diagnostic.help("the Prelude's error with a message is an `Error`"),
                    _ => diagnostic,
                })
            }
            Lookup::Module(_) => wrong(self.not_a_type(env.module, node, name, "a module")),
            Lookup::Local(_) => Written::Unknown,
        }
    }

    fn not_a_type(&self, module: ModuleId, node: NodeId, name: Name, what: &str) -> Diagnostic {
        self.error_at(module, node, Kind::NotAType, format!("`{name}` is {what}, a type is expected"))
    }

    fn declared(&self, env: &Env<'_>, node: NodeId, name: Name, decl_id: DeclId) -> Written {
        let decl = self.decl(decl_id);
        self.warn_deprecated(env.module, node, decl_id);
        if decl.generic_count > decl.inherited_generic_count {
            let message = format!("`{name}` needs type arguments");
            let help = format!("write `{name}{{{}}}`", self.parameter_names(decl_id));
            return wrong(self.error_at(env.module, node, Kind::NotAType, message).help(help));
        }
        if decl.kind.is_type() {
            return Written::Type(self.declared_type(self.instance_in(env, decl_id)));
        }
        match decl.kind {
            DeclKind::Constant => match self.constant_as_type(self.instance_in(env, decl_id)) {
                Some(ty) => Written::Type(ty),
                None => wrong(self.not_a_type(env.module, node, name, "a value")),
            },
            DeclKind::Variable | DeclKind::ContextField => wrong(self.not_a_type(env.module, node, name, "a variable")),
            DeclKind::ForeignLibrary => wrong(self.not_a_type(env.module, node, name, "a library")),
            _ => Written::Unknown,
        }
    }

    /// The names of a declaration's own parameters: `T, N`.
    fn parameter_names(&self, decl: DeclId) -> String {
        let names: Vec<&str> = self.generic_parameters(decl).iter().map(|parameter| parameter.name.as_str()).collect();
        names.join(", ")
    }

    fn qualified_type(&self, env: &Env<'_>, node: NodeId, base: NodeId, name: NodeId) -> Written {
        let member = self.name_of(env.module, name);
        match self.lookup_path(env, base, None) {
            Some(Lookup::Module(module)) => {
                self.note_of_module(env.module, name, module, member);
                match self.lookup_in_module(module, member, env.module) {
                    Lookup::NotFound => wrong(self.unknown_in_module(env.module, name, module, member)),
                    found => self.named_type(env, name, member, found),
                }
            }
            Some(Lookup::NotFound) => {
                let base_name = self.name_of(env.module, base);
                wrong(self.unknown_name(env, base, base_name))
            }
            _ => {
                let _ = node;
                Written::Unknown
            }
        }
    }

    /// `X{…}` where X is generic; anything else is an expression.
    fn applied_type(&self, env: &Env<'_>, node: NodeId, base: NodeId, arguments: &[NodeId]) -> Written {
        let Some(found) = self.lookup_base(env, base) else { return Written::Unknown };
        match found {
            Lookup::Constructor(constructor) => self.constructed(env, node, constructor, arguments),
            Lookup::Decl(decl) if self.is_generic_type(decl) => self.applied(env, node, decl, arguments),
            Lookup::Generic(Argument::Type(ty)) if self.facts(ty).is_dependent => Written::Type(self.types.dependent),
            Lookup::NotFound | Lookup::Private(_) | Lookup::Ambiguous(_) | Lookup::Clash => self.written(env, base),
            _ => Written::Unknown,
        }
    }

    fn lookup_base(&self, env: &Env<'_>, base: NodeId) -> Option<Lookup> {
        match self.view(env.module, base) {
            View::Name { name } => {
                self.note_name(env, base, name);
                Some(self.lookup(env, name, self.tree(env.module).start(base)))
            }
            View::Dot { .. } => self.lookup_path(env, base, None),
            _ => None,
        }
    }

    /// Whether a declaration is a struct or union with parameters of its own.
    pub fn is_generic_type(&self, decl: DeclId) -> bool {
        let decl = self.decl(decl);
        decl.kind.is_type() && decl.generic_count > decl.inherited_generic_count
    }

    fn applied(&self, env: &Env<'_>, node: NodeId, decl_id: DeclId, nodes: &[NodeId]) -> Written {
        let Some(mut own) = self.explicit_arguments(env, decl_id, nodes) else { return Written::Wrong(None) };
        let decl = self.decl(decl_id);
        self.warn_deprecated(env.module, node, decl_id);
        let expected = (decl.generic_count - decl.inherited_generic_count) as usize;
        if own.len() != expected {
            let message = format!("`{}` takes {}, {} given", decl.name, counted(expected, "argument"), own.len());
            return wrong(self.error_at(env.module, node, Kind::CountMismatch, message));
        }
        let inherited = env.arguments.get(..decl.inherited_generic_count as usize).unwrap_or(&[]);
        let mut arguments = inherited.to_vec();
        arguments.append(&mut own);
        let instance = self.instantiate(decl_id, &arguments);
        if !self.where_holds(instance) {
            let message = format!("`{}` refuses these arguments", self.instance_name(instance));
            let diagnostic = self.error_at(env.module, node, Kind::WhereFailed, message);
            return wrong(diagnostic.label(self.decl_span(decl_id), "its `where` clause does not hold"));
        }
        Written::Type(self.declared_type(instance))
    }

    fn constructed(&self, env: &Env<'_>, node: NodeId, constructor: Constructor, arguments: &[NodeId]) -> Written {
        let wanted = if constructor.has_length() { 2 } else { 1 };
        let (Some(element_node), true) = (arguments.first(), arguments.len() == wanted) else {
            let name = constructor.name();
            let message = format!("`{name}` takes {}, {} given", counted(wanted, "argument"), arguments.len());
            let diagnostic = self.error_at(env.module, node, Kind::CountMismatch, message);
            return wrong(diagnostic.help(format!("write `{}`", constructor.example())));
        };
        let element = self.resolve_type(env, *element_node);
        if element == self.types.error || self.refuse_closure(env.module, *element_node, element) {
            return Written::Wrong(None);
        }
        Written::Type(match (constructor, arguments.get(1)) {
            (Constructor::Pointer, _) => self.pointer_to(element),
            (Constructor::Slice, _) => self.slice_of(element),
            (Constructor::Maybe, _) => self.intern(TypeKind::Maybe(element)),
            (_, Some(length)) => return self.counted_type(env, constructor, element, *length),
            (_, None) => self.types.error,
        })
    }

    fn counted_type(&self, env: &Env<'_>, constructor: Constructor, element: TypeId, length: NodeId) -> Written {
        let is_struct = matches!(self.kind(self.base_of(element)), TypeKind::Struct(_));
        if constructor == Constructor::Soa && !is_struct && !self.facts(element).is_dependent {
            let message = format!("`Soa` lays structs out field by field, found `{}`", self.type_name(element));
            return wrong(self.error_at(env.module, length, Kind::TypeMismatch, message));
        }
        let is_lane = matches!(
            self.kind(self.base_of(element)),
            TypeKind::Int { .. } | TypeKind::Float { .. } | TypeKind::Bool | TypeKind::Pointer(_) | TypeKind::Rune
        );
        let facts = self.facts(element);
        if constructor == Constructor::Simd && !is_lane && !facts.is_dependent && !facts.has_error {
            let message = format!("`Simd` holds numbers, found `{}`", self.type_name(element));
            return wrong(self.error_at(env.module, length, Kind::TypeMismatch, message));
        }
        let Some(value) = self.evaluate(env, length, Some(self.types.int)) else { return Written::Wrong(None) };
        if matches!(value.value, Value::Parameter { .. } | Value::Dependent) {
            let length = self.values.intern(value);
            return Written::Type(self.intern(TypeKind::Counted { constructor, element, length }));
        }
        let length_max = if constructor == Constructor::Simd { 1 << 16 } else { TYPE_BYTES_MAX };
        let count = match &value.value {
            Value::Integer(integer) => integer.to_u64().filter(|count| *count <= length_max),
            Value::Zero => Some(0),
            _ => None,
        };
        let Some(count) = count else {
            let message = format!("a length of {}, expected 0 to {length_max}", self.value_text(&value));
            return wrong(self.error_at(env.module, length, Kind::LiteralDoesNotFit, message));
        };
        Written::Type(self.counted(constructor, element, count))
    }

    /// `Array{T, N}`, `Simd{T, N}`, `Soa{T, N}`.
    pub fn counted(&self, constructor: Constructor, element: TypeId, length: u64) -> TypeId {
        match constructor {
            Constructor::Simd => self.intern(TypeKind::Simd { element, lanes: length as u32 }),
            Constructor::Soa => self.intern(TypeKind::Soa { element, length }),
            _ => self.intern(TypeKind::Array { element, length }),
        }
    }

    fn result_type(&self, env: &Env<'_>, node: NodeId) -> TypeId {
        let ty = self.resolve_type(env, node);
        if ty != self.types.never && self.refuse_closure(env.module, node, ty) { self.types.error } else { ty }
    }

    /// The type of a parameter that a node writes.
    pub(crate) fn parameter_type(&self, env: &Env<'_>, node: NodeId) -> TypeId {
        let ty = self.resolve_type(env, node);
        if self.refuse_never(env.module, node, ty) { self.types.error } else { ty }
    }

    /// The type that a node writes, where closures cannot be.
    pub(crate) fn kept_type(&self, env: &Env<'_>, node: NodeId) -> TypeId {
        let ty = self.resolve_type(env, node);
        if self.refuse_closure(env.module, node, ty) { self.types.error } else { ty }
    }

    fn procedure_type(&self, env: &Env<'_>, abi: Abi, parameters: &[NodeId], results: &[NodeId]) -> TypeId {
        let mut types = Vec::with_capacity(parameters.len());
        let mut is_c_variadic = false;
        for parameter in parameters {
            match self.view(env.module, *parameter) {
                View::CVariadic => is_c_variadic = true,
                View::Parameter { ty: Some(ty), is_variadic, .. } => {
                    let ty = self.parameter_type(env, ty);
                    types.push(if is_variadic { self.slice_of(ty) } else { ty });
                }
                View::Parameter { name, .. } => {
                    let name = self.tree(env.module).source(name);
                    let message = format!("`{name}` has a default here and no type, expected the type of a parameter");
                    let diagnostic = self.error_at(env.module, *parameter, Kind::NotAType, message);
                    let help = format!("write `{name}: T`: names and defaults are no part of a procedure's type");
                    self.report(diagnostic.help(help));
                    types.push(self.types.error);
                }
                _ => types.push(self.resolve_type(env, *parameter)),
            }
        }
        let (parameters, results) = (types.into(), self.result_types(env, results).into());
        self.intern(TypeKind::Procedure(ProcedureType { abi, parameters, results, is_c_variadic }))
    }

    /// Reports a closure type where a value of it could outlive its frame.
    pub(crate) fn refuse_closure(&self, module: ModuleId, node: NodeId, ty: TypeId) -> bool {
        let is_closure = matches!(self.kind(ty), TypeKind::Procedure(procedure) if procedure.abi == Abi::Closure);
        if is_closure {
            let message = "a closure here could outlive the frame that it lies in";
            let diagnostic = self.error_at(module, node, Kind::ClosureEscapes, message);
            let help = "closures are called, bound once by `:=`, and passed to parameters; what must live longer takes a procedure and a data pointer";
            self.report(diagnostic.help(help));
        }
        is_closure || self.refuse_never(module, node, ty)
    }

    /// Reports `Never` where a value would be.
    pub(crate) fn refuse_never(&self, module: ModuleId, node: NodeId, ty: TypeId) -> bool {
        let is_never = ty == self.types.never;
        if is_never {
            let message = "`Never` has no values, expected a type that has some";
            self.report(self.error_at(module, node, Kind::TypeMismatch, message));
        }
        is_never
    }

    /// Types of results; `-> Void` is none.
    pub(crate) fn result_types(&self, env: &Env<'_>, results: &[NodeId]) -> Vec<TypeId> {
        let of = |node: &NodeId| match self.view(env.module, *node) {
            View::Result { ty, .. } => self.result_type(env, ty),
            _ => self.result_type(env, *node),
        };
        let types: Vec<TypeId> = results.iter().map(of).collect();
        if types.as_slice() == [self.types.void] { Vec::new() } else { types }
    }
}

fn wrong(diagnostic: Diagnostic) -> Written {
    Written::Wrong(Some(Box::new(diagnostic)))
}

/// `1 argument`, `2 arguments`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

impl Constructor {
    fn has_length(self) -> bool {
        matches!(self, Constructor::Array | Constructor::Simd | Constructor::Soa)
    }

    fn example(self) -> &'static str {
        match self {
            Constructor::Pointer => "Pointer{T}",
            Constructor::Array => "Array{T, N}",
            Constructor::Slice => "Slice{T}",
            Constructor::Simd => "Simd{T, N}",
            Constructor::Soa => "Soa{T, N}",
            Constructor::Maybe => "Maybe{T}",
        }
    }
}
