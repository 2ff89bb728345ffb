//! What lowering asks of the checker.
//!
//! A trait, so that tests can answer by hand; [`Sema`] is the one real source.

use std::sync::Arc;

use hubbub_base::{FileId, Name};
use hubbub_sema::Sema;
use hubbub_sema::data::typed::TypedBody;
use hubbub_sema::data::types::{Argument, DeclId, Fields, InstanceId, Layout, Members, Signature, TypeId, TypeKind};
use hubbub_sema::data::value::{TypedValue, Value, ValueId};
use hubbub_sema::equality::Equality;
use hubbub_sema::store::decls::DeclKind;
use hubbub_syntax::View;

use crate::data::program::{InlineHint, Linkage};

/// Answers about a checked program. All of them are pure: equal questions get equal answers.
pub trait Source: Sync {
    /// What a type is.
    fn kind(&self, ty: TypeId) -> &TypeKind;
    /// What a distinct type is made of, through any number of them; other types themselves.
    fn base_of(&self, ty: TypeId) -> TypeId;
    /// Size, alignment, offsets.
    fn layout(&self, ty: TypeId) -> Option<&Layout>;
    /// Fields of a struct (also `Context`), cases of a union or `Maybe`.
    fn fields(&self, ty: TypeId) -> Option<&Fields>;
    /// Members of an enum.
    fn members(&self, ty: TypeId) -> Option<&Members>;
    /// The default value of a type; `None` when all its bits are zero.
    fn default_value(&self, ty: TypeId) -> Option<ValueId>;
    /// Whether the default value of a type has other bits than zeros; cheap for types of any size.
    fn has_default_bits(&self, ty: TypeId) -> bool;
    /// The default of a field that has one written.
    fn field_default(&self, ty: TypeId, index: u32) -> Option<ValueId>;
    /// How values are compared.
    fn equality(&self, ty: TypeId) -> Equality;
    /// A type as users write it.
    fn type_name(&self, ty: TypeId) -> String;
    /// An interned value.
    fn value(&self, value: ValueId) -> Option<&TypedValue>;
    /// The symbol of an instance, unique in the program.
    fn symbol(&self, instance: InstanceId) -> String;
    /// The signature of a procedure, or of a procedure literal.
    fn signature(&self, instance: InstanceId) -> Option<&Signature>;
    /// The checked body; `None` for foreign procedures.
    fn body(&self, instance: InstanceId) -> Option<Arc<TypedBody>>;
    /// What else there is to know about a procedure.
    fn procedure(&self, instance: InstanceId) -> ProcedureFacts;
    /// The address of a `Source_Location` for a place in a file.
    fn location_address(&self, file: FileId, at: u32) -> Value;
    /// A top-level variable.
    fn variable(&self, instance: InstanceId) -> VariableFacts;
    /// The type `Context`.
    fn context_type(&self) -> TypeId;
    /// The default context with zeros in the fields that modules have added to it.
    fn bare_context(&self) -> Option<TypedValue> {
        None
    }
    /// The procedure that prints an error of this type, which `main` has given.
    fn error_reporter(&self, error: TypeId) -> Option<InstanceId>;
    /// The Prelude's last word before the process ends: status in, status out. Few builds have it.
    fn program_end(&self) -> Option<InstanceId>;
    /// The procedure that shows values of a type behind a pointer, for `format` of an `Any`.
    fn any_format(&self, ty: TypeId) -> Option<InstanceId>;
    /// The element of a pointer, an array …; what an enum or a distinct type is made of; else `Void`.
    fn type_element(&self, ty: TypeId) -> TypeId;
    /// The type arguments of an instance of a generic type.
    fn type_arguments(&self, ty: TypeId) -> Vec<TypeId>;
    /// What the predicates over types say, a bit each.
    fn type_answers(&self, ty: TypeId) -> u64;
    /// Libraries to link with, as written.
    fn libraries(&self) -> Vec<String>;
}

/// A procedure's declaration.
#[derive(Clone, Debug)]
pub struct ProcedureFacts {
    /// What people call it.
    pub name: Name,
    /// Its module's name.
    pub module: Name,
    /// The module's file.
    pub file: FileId,
    /// Byte offset of its name.
    pub at: u32,
    /// Who sees it; a foreign or exported one has its object-file symbol as symbol.
    pub linkage: Linkage,
    /// Wishes about inlining.
    pub inline: InlineHint,
    /// `#cold`.
    pub is_cold: bool,
    /// The operation of MIR that it is: it has no body, and calls become the operation.
    pub intrinsic: Option<Name>,
}

/// A top-level variable.
#[derive(Clone, Debug)]
pub struct VariableFacts {
    /// What people call it.
    pub name: Name,
    /// Its type.
    pub ty: TypeId,
    /// Its initial value; all bits zero without one.
    pub initial: Option<ValueId>,
    /// Who sees it.
    pub linkage: Linkage,
    /// `#thread-local`.
    pub is_thread_local: bool,
    /// `#align(n)`; 0 without.
    pub align: u32,
}

impl Source for Sema {
    fn kind(&self, ty: TypeId) -> &TypeKind {
        Sema::kind(self, ty)
    }

    fn base_of(&self, ty: TypeId) -> TypeId {
        Sema::base_of(self, ty)
    }

    fn layout(&self, ty: TypeId) -> Option<&Layout> {
        Sema::layout(self, ty)
    }

    fn fields(&self, ty: TypeId) -> Option<&Fields> {
        Sema::fields(self, ty)
    }

    fn members(&self, ty: TypeId) -> Option<&Members> {
        Sema::members(self, ty)
    }

    fn default_value(&self, ty: TypeId) -> Option<ValueId> {
        Sema::default_value(self, ty)
    }

    fn has_default_bits(&self, ty: TypeId) -> bool {
        Sema::has_default_bits(self, ty)
    }

    fn field_default(&self, ty: TypeId, index: u32) -> Option<ValueId> {
        Sema::field_default(self, ty, index)
    }

    fn equality(&self, ty: TypeId) -> Equality {
        Sema::equality(self, ty)
    }

    fn type_name(&self, ty: TypeId) -> String {
        Sema::type_name(self, ty)
    }

    fn value(&self, value: ValueId) -> Option<&TypedValue> {
        Sema::value(self, value)
    }

    fn symbol(&self, instance: InstanceId) -> String {
        Sema::symbol(self, instance)
    }

    fn signature(&self, instance: InstanceId) -> Option<&Signature> {
        Sema::signature(self, instance)
    }

    fn body(&self, instance: InstanceId) -> Option<Arc<TypedBody>> {
        Sema::body(self, instance)
    }

    fn procedure(&self, instance: InstanceId) -> ProcedureFacts {
        let entry = self.instance(instance);
        let decl = self.decl(entry.decl);
        let is_literal = entry.literal.is_some();
        let has = |name: &str| !is_literal && self.attribute(entry.decl, name).is_some();
        let inline = match (has("inline"), has("no_inline")) {
            (true, _) => InlineHint::Always,
            (_, true) => InlineHint::Never,
            _ => InlineHint::Auto,
        };
        ProcedureFacts {
            name: Name::new(&self.instance_name(instance)),
            module: self.modules[decl.module].name,
            file: self.file(decl.module),
            at: decl.at,
            linkage: if is_literal { Linkage::Internal } else { linkage(self, entry.decl) },
            inline,
            is_cold: has("cold"),
            intrinsic: if is_literal { None } else { self.intrinsic(entry.decl) },
        }
    }

    fn location_address(&self, file: FileId, at: u32) -> Value {
        Sema::location_address(self, file, at)
    }

    fn variable(&self, instance: InstanceId) -> VariableFacts {
        let decl_id = self.instance(instance).decl;
        VariableFacts {
            name: self.decl(decl_id).name,
            ty: self.variable_type(instance).unwrap_or(self.types.error),
            initial: self.variable_value(instance),
            linkage: linkage(self, decl_id),
            is_thread_local: self.attribute(decl_id, "thread_local").is_some(),
            align: self.variable_alignment(instance),
        }
    }

    fn bare_context(&self) -> Option<TypedValue> {
        Sema::bare_context(self)
    }

    fn context_type(&self) -> TypeId {
        Sema::context_type(self)
    }

    fn any_format(&self, ty: TypeId) -> Option<InstanceId> {
        Sema::any_format(self, ty)
    }

    fn type_element(&self, ty: TypeId) -> TypeId {
        match *self.kind(ty) {
            TypeKind::Pointer(element)
            | TypeKind::Array { element, .. }
            | TypeKind::Slice(element)
            | TypeKind::Simd { element, .. }
            | TypeKind::Soa { element, .. }
            | TypeKind::Maybe(element) => element,
            TypeKind::Enum(_) => Sema::members(self, ty).map_or(self.types.void, |members| members.backing),
            TypeKind::Distinct(_) => self.distinct_base(ty).unwrap_or(self.types.void),
            _ => self.types.void,
        }
    }

    fn type_arguments(&self, ty: TypeId) -> Vec<TypeId> {
        let (TypeKind::Struct(instance) | TypeKind::Union(instance)) = *self.kind(ty) else { return Vec::new() };
        let ty = |argument: &Argument| if let Argument::Type(ty) = argument { Some(*ty) } else { None };
        self.instance(instance).arguments.iter().filter_map(ty).collect()
    }

    fn type_answers(&self, ty: TypeId) -> u64 {
        Sema::type_answers(self, ty)
    }

    fn error_reporter(&self, error: TypeId) -> Option<InstanceId> {
        let decl = self.own_declarations(self.prelude(), Name::new("report_error")).next()?;
        Some(self.instantiate(decl, &[Argument::Type(error)]))
    }

    fn program_end(&self) -> Option<InstanceId> {
        self.prelude_procedure("program_end")
    }

    fn libraries(&self) -> Vec<String> {
        let libraries = self.decls.iter().filter(|decl| decl.kind == DeclKind::ForeignLibrary);
        let mut paths: Vec<String> = Vec::new();
        for decl in libraries {
            if let View::ForeignLibrary { path, .. } = self.view(decl.module, decl.node)
                && let Some(path) = self.string_literal(decl.module, path)
                && !paths.contains(&path)
            {
                paths.push(path);
            }
        }
        paths
    }
}

fn linkage(sema: &Sema, decl: DeclId) -> Linkage {
    if sema.is_foreign(decl) {
        Linkage::Foreign
    } else if sema.attribute(decl, "export").is_some() {
        Linkage::Exported
    } else {
        Linkage::Internal
    }
}
