//! Attributes: which there are, and where each may stand.

use hubbub_base::Name;
use hubbub_diagnostics::suggest::{did_you_mean, nearest};
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use crate::data::types::{DeclId, ModuleId};
use crate::session::Sema;
use crate::store::decls::DeclKind;

/// What an attribute can be said of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Place {
    Procedure,
    Struct,
    Enum,
    Union,
    Distinct,
    Alias,
    Constant,
    Variable,
    Context,
    Import,
    Field,
}

use Place::{Alias, Constant, Context, Distinct, Enum, Field, Import, Procedure, Struct, Union, Variable};

const DECLARATIONS: &[Place] = &[Procedure, Struct, Enum, Union, Distinct, Alias, Constant, Variable, Context];

/// What may stand behind an attribute: how many arguments, of what form, and how it is shown.
struct Takes {
    least: usize,
    most: usize,
    is_text: bool,
    shown: &'static str,
}

const NOTHING: Takes = Takes { least: 0, most: 0, is_text: false, shown: "" };
const NUMBER: Takes = Takes { least: 1, most: 1, is_text: false, shown: "(16)" };
const TEXT: Takes = Takes { least: 1, most: 1, is_text: true, shown: " \"text\"" };
const MAY_TEXT: Takes = Takes { least: 0, most: 1, is_text: true, shown: " \"text\"" };
const SYMBOL: Takes = Takes { least: 0, most: 2, is_text: false, shown: " library \"symbol\"" };

/// Every attribute, written with `_`, where it may stand, and what stands behind it.
const ATTRIBUTES: &[(&str, &[Place], Takes)] = &[
    ("align", &[Struct, Union, Variable, Field], NUMBER),
    ("c_call", &[Procedure, Alias], NOTHING),
    ("cold", &[Procedure], NOTHING),
    ("deprecated", DECLARATIONS, MAY_TEXT),
    ("error", &[Enum, Union, Distinct], NOTHING),
    ("export", &[Procedure, Variable], MAY_TEXT),
    ("flags", &[Enum], NOTHING),
    ("foreign", &[Procedure, Variable], SYMBOL),
    ("format", &[Procedure], NOTHING),
    ("inline", &[Procedure], NOTHING),
    ("intrinsic", &[Procedure], TEXT),
    ("must_use", &[Procedure, Struct, Enum, Union, Distinct], NOTHING),
    ("no_bounds_checks", &[Procedure], NOTHING),
    ("no_inline", &[Procedure], NOTHING),
    ("packed", &[Struct, Union], NOTHING),
    ("private", DECLARATIONS, NOTHING),
    ("public", &[Import], NOTHING),
    ("raw", &[Union], NOTHING),
    ("regex", &[Procedure], NOTHING),
    ("tag", &[Field], TEXT),
    ("test", &[Procedure], MAY_TEXT),
    ("thread_local", &[Variable], NOTHING),
];

/// What `#intrinsic` can name: the operations of MIR by their words there.
pub const INTRINSICS: &[&str] = &[
    "memory_copy",
    "memory_move",
    "memory_set",
    "memory_compare",
    "square_root",
    "floor",
    "ceil",
    "truncate",
    "round_even",
    "absolute_float",
    "fused_multiply_add",
    "minimum_float",
    "maximum_float",
    "copy_sign",
    "count_ones",
    "leading_zeros",
    "trailing_zeros",
    "byte_swap",
    "bit_reverse",
    "rotate_left",
    "rotate_right",
    "add_overflow",
    "sub_overflow",
    "mul_overflow",
    "volatile_load",
    "volatile_store",
    "reduce_add",
    "reduce_mul",
    "reduce_min",
    "reduce_max",
    "reduce_and",
    "reduce_or",
    "reduce_xor",
    "shuffle",
    "select",
    "inline_asm",
    "frame_address",
    "debug_trap",
    "atomic_load",
    "atomic_store",
    "atomic_exchange",
    "atomic_add",
    "atomic_sub",
    "atomic_and",
    "atomic_or",
    "atomic_xor",
    "atomic_min",
    "atomic_max",
    "atomic_compare_exchange",
    "fence",
    "context_address",
];

impl Sema {
    /// Reports attributes that there are not, or that cannot stand where they do.
    pub(crate) fn check_attributes(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        let tree = self.tree(decl.module);
        let Some(place) = place_of(decl.kind) else { return };
        if decl.index > 0 {
            return;
        }
        if decl.marks.has_attributes() {
            let outer = tree.attributes(decl.node);
            let inner = if decl.value == decl.node { &[][..] } else { tree.attributes(decl.value) };
            for node in outer.iter().chain(inner) {
                self.check_attribute(decl.module, *node, place);
            }
        }
        if place == Procedure {
            return self.check_test(decl_id);
        }
        let fields = match tree.view(decl.value) {
            View::Struct { fields, .. } => fields,
            View::Union { cases, .. } => cases,
            _ => &[],
        };
        for field in fields {
            if let View::Field { attributes, .. } = tree.view(*field) {
                attributes.iter().for_each(|node| self.check_attribute(decl.module, *node, Field));
            }
        }
    }

    /// Reports attributes of imports that are none of theirs.
    pub(crate) fn check_import_attributes(&self, module: ModuleId) {
        for import in &self.modules[module].imports {
            for node in self.tree(module).attributes(import.node) {
                self.check_attribute(module, *node, Import);
            }
        }
    }

    /// Reports an attribute behind a variable of a body.
    pub(crate) fn refuse_attribute(&self, module: ModuleId, node: NodeId) {
        let View::Attribute { name, .. } = self.view(module, node) else { return };
        if ATTRIBUTES.iter().any(|(known, ..)| *known == name.as_str()) {
            let message = format!("`#{}` says nothing about a variable of a procedure", shown(name));
            self.report(self.error_at(module, node, Kind::InvalidAttribute, message));
        } else {
            self.report(self.unknown_attribute(module, node, name));
        }
    }

    /// Warns about a use of something that is marked `#deprecated`.
    pub(crate) fn warn_deprecated(&self, module: ModuleId, node: NodeId, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        if !decl.marks.is_deprecated() || self.modules[module].is_library {
            return;
        }
        let callee = match self.view(module, node) {
            View::Call { callee, .. } => callee,
            _ => node,
        };
        let message = format!("`{}` is deprecated", decl.name);
        let diagnostic = self.error_at(module, callee, Kind::Deprecated, message);
        let why = self.attribute(decl_id, "deprecated").and_then(|arguments| arguments.first().copied());
        let why = why.and_then(|why| self.string_literal(decl.module, why));
        self.report(match why {
            Some(why) => diagnostic.note(why),
            None => diagnostic,
        });
    }

    fn check_attribute(&self, module: ModuleId, node: NodeId, place: Place) {
        let View::Attribute { name, arguments } = self.view(module, node) else { return };
        match ATTRIBUTES.iter().find(|(known, ..)| *known == name.as_str()) {
            Some((_, places, takes)) if places.contains(&place) => {
                self.check_arguments(module, node, name, arguments, takes);
            }
            Some((_, places, _)) => {
                let message = format!("`#{}` says nothing about {}", shown(name), place.text());
                let may: Vec<&str> = places.iter().map(|place| place.text()).collect();
                let help = format!("it may stand behind {}", may.join(", "));
                self.report(self.error_at(module, node, Kind::InvalidAttribute, message).help(help));
            }
            None => self.report(self.unknown_attribute(module, node, name)),
        }
    }

    fn check_arguments(&self, module: ModuleId, node: NodeId, name: Name, arguments: &[NodeId], takes: &Takes) {
        let not_text = |argument: &&NodeId| self.string_literal(module, **argument).is_none();
        let form = format!("`#{}{}`", shown(name), takes.shown);
        let (place, message, help) = match arguments.get(takes.most) {
            Some(_) if takes.most == 0 => {
                (node, format!("`#{}` takes no arguments", shown(name)), format!("write {form}"))
            }
            Some(extra) => (*extra, format!("too many arguments of `#{}`", shown(name)), format!("write {form}")),
            None if arguments.len() < takes.least => {
                (node, format!("`#{}` lacks its argument", shown(name)), format!("write {form}"))
            }
            None => match arguments.iter().find(not_text).filter(|_| takes.is_text) {
                Some(other) => (*other, format!("`#{}` takes a text in quotes", shown(name)), format!("write {form}")),
                None if name.as_str() == "intrinsic" => return self.check_intrinsic(module, arguments),
                None => return,
            },
        };
        self.report(self.error_at(module, place, Kind::InvalidAttribute, message).help(help));
    }

    /// Behind a name there may be an ordering: `atomic_load.acquire`.
    fn check_intrinsic(&self, module: ModuleId, arguments: &[NodeId]) {
        let Some(node) = arguments.first() else { return };
        let text = self.string_literal(module, *node).unwrap_or_default();
        let word = text.split(['.', ' ']).next().unwrap_or("");
        if !INTRINSICS.contains(&word) {
            let message = format!("there is no operation `{word}` that both back ends know");
            let help = "foreign code is declared by `#foreign`, instructions are written by `#asm`";
            self.report(self.error_at(module, *node, Kind::InvalidAttribute, message).help(help));
        }
    }

    /// A test stands alone: nobody gives it arguments.
    fn check_test(&self, decl_id: DeclId) {
        let decl = self.decl(decl_id);
        if self.attribute(decl_id, "test").is_none() {
            return;
        }
        let View::Procedure { parameters, generics, .. } = self.view(decl.module, decl.value) else { return };
        let (Some(first), what) = (match generics.first() {
            Some(first) => (Some(first), "generic parameters"),
            None => (parameters.first(), "parameters"),
        }) else {
            return;
        };
        let message = format!("a test with {what}: nobody would give it arguments");
        let diagnostic = self.error_at(decl.module, *first, Kind::InvalidAttribute, message);
        self.report(diagnostic.help("leave them out, and call what takes parameters from the test"));
    }

    fn unknown_attribute(&self, module: ModuleId, node: NodeId, name: Name) -> Diagnostic {
        let message = format!("unknown attribute `#{}`", shown(name));
        let diagnostic = self.error_at(module, node, Kind::UnknownAttribute, message);
        let names = nearest(name.as_str(), ATTRIBUTES.iter().map(|(name, ..)| *name));
        let names: Vec<String> = names.iter().map(|name| format!("#{}", name.replace('_', "-"))).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match did_you_mean(&names) {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }
}

/// An attribute's name as people write it.
fn shown(name: Name) -> String {
    name.as_str().replace('_', "-")
}

fn place_of(kind: DeclKind) -> Option<Place> {
    match kind {
        DeclKind::Procedure | DeclKind::Operator(_) => Some(Procedure),
        DeclKind::Struct => Some(Struct),
        DeclKind::Enum => Some(Enum),
        DeclKind::Union => Some(Union),
        DeclKind::Distinct => Some(Distinct),
        DeclKind::TypeAlias => Some(Alias),
        DeclKind::Constant => Some(Constant),
        DeclKind::Variable => Some(Variable),
        DeclKind::ContextField => Some(Context),
        DeclKind::Module(_) | DeclKind::ForeignLibrary | DeclKind::Run | DeclKind::Assert => None,
    }
}

impl Place {
    fn text(self) -> &'static str {
        match self {
            Procedure => "a procedure",
            Struct => "a struct",
            Enum => "an enum",
            Union => "a union",
            Distinct => "a distinct type",
            Alias => "another name of a type",
            Constant => "a constant",
            Variable => "a variable",
            Context => "a field of the context",
            Import => "an import",
            Field => "a field",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::ATTRIBUTES;
    use crate::testing::check;

    #[test]
    fn attributes_ascend() {
        assert!(ATTRIBUTES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn unknown_and_misplaced() {
        assert_eq!(
            check("T :: struct #pakced\n    x: Int #flags\nend\n"),
            "1:13 E0801 unknown attribute `#pakced`\n2:12 E0802 `#flags` says nothing about a field\n"
        );
    }
}
