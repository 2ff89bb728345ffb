//! Types, values and instances as users write them.

use hubbub_syntax::tree::view::Abi;

use crate::data::types::{Argument, Constructor, InstanceId, ProcedureType, TypeId, TypeKind};
use crate::data::value::{TypedValue, Value};
use crate::mangle::operator_text;
use crate::names::lookup::Lookup;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

impl Sema {
    /// A type as users write it: `Int`, `Pointer{Node}`, `Pair{Int, Bool}`.
    pub fn type_name(&self, ty: TypeId) -> String {
        let mut writer = Writer { sema: self, is_qualified: false, seen_from: None, depth: 0, out: String::new() };
        writer.ty(ty);
        writer.out
    }

    /// A type as users write it in a module: `Os.Error` where `Error` alone would be another one.
    pub fn type_name_in(&self, env: &Env<'_>, ty: TypeId) -> String {
        let mut writer = Writer { sema: self, is_qualified: false, seen_from: Some(env), depth: 0, out: String::new() };
        writer.ty(ty);
        writer.out
    }

    /// A type with the modules of all that it mentions, for symbols.
    pub(crate) fn qualified_type_name(&self, ty: TypeId) -> String {
        let mut writer = Writer { sema: self, is_qualified: true, seen_from: None, depth: 0, out: String::new() };
        writer.ty(ty);
        writer.out
    }

    /// What people call an instance: `max{Int}`.
    pub fn instance_name(&self, instance: InstanceId) -> String {
        let mut writer = Writer { sema: self, is_qualified: false, seen_from: None, depth: 0, out: String::new() };
        writer.instance(instance);
        writer.out
    }

    /// The own generic arguments of an instance with the modules of all that they mention: `{Int, Shapes.Row}`; nothing without arguments.
    pub(crate) fn qualified_arguments(&self, instance: InstanceId) -> String {
        let mut writer = Writer { sema: self, is_qualified: true, seen_from: None, depth: 0, out: String::new() };
        writer.arguments(instance);
        writer.out
    }

    /// A value of compile time as users write it, as far as it has a short form.
    pub fn value_text(&self, value: &TypedValue) -> String {
        let mut writer = Writer { sema: self, is_qualified: false, seen_from: None, depth: 0, out: String::new() };
        writer.value(value);
        writer.out
    }

    fn member_of(&self, ty: TypeId, value: &num_bigint::BigInt) -> Option<hubbub_base::Name> {
        let value = i128::try_from(value).ok()?;
        let members = self.members(ty)?;
        members.members.iter().find(|(_, number, _)| *number == value).map(|(name, _, _)| *name)
    }
}

/// How deep arguments are shown to people; symbols have them all.
const SHOWN_DEPTH_MAX: u32 = 8;

struct Writer<'s> {
    sema: &'s Sema,
    is_qualified: bool,
    /// Where it is read: what another name of that place hides has its module before it.
    seen_from: Option<&'s Env<'s>>,
    /// How many lists of arguments are open.
    depth: u32,
    out: String,
}

impl Writer<'_> {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn instance(&mut self, instance: InstanceId) {
        let decl = self.sema.decl_of(instance);
        if (self.is_qualified && !self.sema.is_prelude(decl.module)) || self.is_hidden(instance) {
            self.text(self.sema.modules[decl.module].name.as_str());
            self.text(".");
        }
        match decl.kind {
            DeclKind::Operator(operator) => self.text(operator_text(operator)),
            _ => self.text(decl.name.as_str()),
        }
        if self.is_qualified && decl.parent.is_some() {
            self.text(&format!("@{}", decl.at));
        }
        self.arguments(instance);
    }

    /// Whether the name alone is that of another type where it is read.
    fn is_hidden(&self, instance: InstanceId) -> bool {
        let Some(env) = self.seen_from else { return false };
        let id = self.sema.instance(instance).decl;
        let decl = self.sema.decl(id);
        let is_local = decl.parent.is_some() || decl.module == env.module;
        match self.sema.lookup(env, decl.name, u32::MAX) {
            Lookup::Decl(other) if !is_local => {
                let other_decl = self.sema.decl(other);
                let is_type =
                    matches!(other_decl.kind, DeclKind::Struct | DeclKind::Enum | DeclKind::Union | DeclKind::Distinct);
                is_type && other != id
            }
            _ => false,
        }
    }

    fn arguments(&mut self, instance: InstanceId) {
        let instance = self.sema.instance(instance);
        let inherited = self.sema.decl(instance.decl).inherited_generic_count as usize;
        let first = if self.is_qualified { 0 } else { inherited };
        let arguments = instance.arguments.get(first..).unwrap_or(&[]);
        if arguments.is_empty() {
            return;
        }
        if self.depth >= SHOWN_DEPTH_MAX && !self.is_qualified {
            return self.text("{…}");
        }
        self.depth += 1;
        self.text("{");
        for (index, argument) in arguments.iter().enumerate() {
            if index > 0 {
                self.text(if self.is_qualified { "," } else { ", " });
            }
            self.argument(*argument);
        }
        self.text("}");
        self.depth -= 1;
    }

    fn argument(&mut self, argument: Argument) {
        match argument {
            Argument::Type(ty) => self.ty(ty),
            Argument::Value(value) => match self.sema.value(value) {
                Some(value) => self.value(value),
                None => self.text("?"),
            },
        }
    }

    fn value(&mut self, value: &TypedValue) {
        match &value.value {
            Value::Integer(integer) => match self.sema.member_of(value.ty, integer) {
                Some(member) => self.text(&format!(".{member}")),
                None => self.text(&integer.to_string()),
            },
            Value::ExactFloat(exact) => self.text(&exact.to_string()),
            Value::NegativeZero => self.text("-0.0"),
            Value::Float(bits) => self.text(&format!("{:?}", f64::from_bits(*bits))),
            Value::Bool(value) => self.text(if *value { "true" } else { "false" }),
            Value::String(bytes) => self.text(&format!("{:?}", String::from_utf8_lossy(bytes))),
            Value::Null => self.text("null"),
            Value::Type(ty) => self.ty(*ty),
            Value::Procedure(instance) => self.instance(*instance),
            Value::Zero => self.zero(value.ty),
            Value::Static(_) => {
                self.ty(value.ty);
                self.text("{…}");
            }
            Value::Parameter { .. } => {
                let name = self.parameter(value);
                self.text(&name);
            }
            Value::Dependent => self.text("_"),
        }
    }

    fn zero(&mut self, ty: TypeId) {
        match self.sema.kind(ty) {
            TypeKind::Int { .. } => self.text("0"),
            TypeKind::Float { .. } => self.text("0.0"),
            TypeKind::Bool => self.text("false"),
            TypeKind::Pointer(_) | TypeKind::CString | TypeKind::Procedure(_) => self.text("null"),
            TypeKind::String => self.text("\"\""),
            _ => {
                self.ty(ty);
                self.text("{}");
            }
        }
    }

    fn parameter(&self, value: &TypedValue) -> String {
        let Value::Parameter { decl, index } = value.value else { return self.sema.value_text(value) };
        let own = index.checked_sub(u32::from(self.sema.decl(decl).inherited_generic_count));
        let parameters = self.sema.generic_parameters(decl);
        let parameter = own.and_then(|own| parameters.get(own as usize));
        parameter.map_or_else(|| "_".to_owned(), |parameter| parameter.name.to_string())
    }

    /// Types are at most `TYPE_DEPTH_MAX` deep.
    fn ty(&mut self, ty: TypeId) {
        match self.sema.kind(ty) {
            TypeKind::Error => self.text("<error>"),
            TypeKind::Int { bits: 64, signed } => self.text(if *signed { "Int" } else { "u64" }),
            TypeKind::Int { bits, signed } => self.text(&format!("{}{bits}", if *signed { 'i' } else { 'u' })),
            TypeKind::Float { bits: 64 } => self.text("Float"),
            TypeKind::Float { bits } => self.text(&format!("f{bits}")),
            TypeKind::Pointer(inner) => self.wrapped("Pointer", *inner, None),
            TypeKind::Slice(inner) => self.wrapped("Slice", *inner, None),
            TypeKind::Maybe(inner) => self.wrapped("Maybe", *inner, None),
            TypeKind::Array { element, length } => self.wrapped("Array", *element, Some(length.to_string())),
            TypeKind::Soa { element, length } => self.wrapped("Soa", *element, Some(length.to_string())),
            TypeKind::Simd { element, lanes } => self.wrapped("Simd", *element, Some(lanes.to_string())),
            TypeKind::Counted { constructor, element, length } => {
                let length = self.sema.value(*length).map(|value| self.parameter(value));
                self.wrapped(constructor.name(), *element, length);
            }
            TypeKind::Procedure(procedure) => self.procedure(procedure),
            TypeKind::Enum(instance) if self.sema.is_tag(*instance) => {
                self.text("tag of ");
                self.instance(*instance);
            }
            TypeKind::Struct(instance)
            | TypeKind::Enum(instance)
            | TypeKind::Union(instance)
            | TypeKind::Distinct(instance) => self.instance(*instance),
            TypeKind::Results(results) => self.list("(", results, ")"),
            TypeKind::Parameter { name, .. } => self.text(name.as_str()),
            TypeKind::Module(module) => self.text(&format!("module {}", self.sema.modules[*module].name)),
            plain => self.text(plain_name(plain)),
        }
    }

    fn wrapped(&mut self, name: &str, inner: TypeId, count: Option<String>) {
        self.text(name);
        self.text("{");
        self.ty(inner);
        if let Some(count) = count {
            self.text(if self.is_qualified { "," } else { ", " });
            self.text(&count);
        }
        self.text("}");
    }

    fn list(&mut self, open: &str, types: &[TypeId], close: &str) {
        self.text(open);
        for (index, ty) in types.iter().enumerate() {
            if index > 0 {
                self.text(if self.is_qualified { "," } else { ", " });
            }
            self.ty(*ty);
        }
        self.text(close);
    }

    fn procedure(&mut self, procedure: &ProcedureType) {
        self.text(match procedure.abi {
            Abi::Hubbub => "",
            Abi::C => "#c-call ",
            Abi::Closure => "#closure ",
        });
        let close = match (procedure.is_c_variadic, procedure.parameters.is_empty()) {
            (true, true) => "..)",
            (true, false) => ", ..)",
            (false, _) => ")",
        };
        self.list("(", &procedure.parameters, close);
        match procedure.results.as_ref() {
            [] => {}
            [one] => {
                self.text(" -> ");
                self.ty(*one);
            }
            several => self.list(" -> (", several, ")"),
        }
    }
}

fn plain_name(kind: &TypeKind) -> &'static str {
    match kind {
        TypeKind::Bool => "Bool",
        TypeKind::Rune => "Rune",
        TypeKind::Void => "Void",
        TypeKind::Never => "Never",
        TypeKind::String => "String",
        TypeKind::CString => "CString",
        TypeKind::Any => "Any",
        TypeKind::Type => "Type",
        TypeKind::LiteralInt => "integer literal",
        TypeKind::LiteralFloat => "float literal",
        TypeKind::LiteralRune => "rune literal",
        TypeKind::LiteralString => "string literal",
        TypeKind::LiteralNull => "null",
        TypeKind::OverloadSet => "overload set",
        _ => "dependent type",
    }
}

impl Constructor {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Constructor::Pointer => "Pointer",
            Constructor::Array => "Array",
            Constructor::Slice => "Slice",
            Constructor::Simd => "Simd",
            Constructor::Soa => "Soa",
            Constructor::Maybe => "Maybe",
        }
    }
}
