//! Names that mean nothing, several things, or nothing that one may see: what is said about them.

use hubbub_base::limits::DIAGNOSTICS_PRINTED_MAX;
use hubbub_base::{Name, Span};
use hubbub_diagnostics::suggest::nearest;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::Checker;
use super::scope::Entity;
use super::target::Target;
use crate::data::typed::ExprId;
use crate::data::types::{DeclId, ModuleId, TypeId, TypeKind};

impl Checker<'_> {
    /// A name that nothing declares.
    pub(crate) fn unknown_name(&mut self, node: NodeId, name: Name) -> Target {
        self.body.has_errors = true;
        if !name.as_str().is_empty() {
            // Looking for similar names takes time, and nobody will read what is said by then.
            let diagnostic = match self.diagnostics.len() < DIAGNOSTICS_PRINTED_MAX {
                true => self.sema.unknown_name(&self.env(), node, name),
                false => Diagnostic::new(Kind::UnknownName, self.span(node), format!("unknown name `{name}`")),
            };
            self.report(diagnostic);
        }
        Target::Error
    }

    /// A name that several imports bring in.
    pub(crate) fn ambiguous_name(&mut self, node: NodeId, name: Name, decls: &[DeclId]) -> Target {
        let diagnostic = self.sema.ambiguous_name(self.module, node, name, decls);
        self.report(diagnostic);
        Target::Error
    }

    /// A name that is private to another module.
    pub(crate) fn private_name(&mut self, node: NodeId, decl: DeclId) -> Target {
        let diagnostic = self.sema.private_name(self.module, node, decl);
        self.report(diagnostic);
        Target::Error
    }

    /// A variable where a value must be known at compile time.
    pub(crate) fn not_constant(&mut self, node: NodeId, name: Name) -> Target {
        let message = format!("`{name}` is a variable, and this value must be known at compile time");
        self.mistake(Kind::NotConstant, node, message);
        Target::Error
    }

    /// Whether a node is the name of a local.
    pub(crate) fn names_local(&self, node: NodeId) -> bool {
        match self.view(node) {
            View::Name { name } => matches!(self.names.find(name), Some(Entity::Local(_))),
            _ => false,
        }
    }

    /// Whether a node is the name of a local, or arithmetic in parentheses.
    pub(crate) fn is_value_written(&self, node: NodeId) -> bool {
        match self.view(node) {
            View::Parenthesized { value } => matches!(self.view(value), View::Binary { .. }) || self.names_local(value),
            _ => self.names_local(node),
        }
    }

    /// `*p`, which is C's way of writing `p@`, and Jai's of `&p`.
    pub(crate) fn star_of_value(&mut self, node: NodeId, value: NodeId) -> ExprId {
        let text = self.source(value);
        if let View::Parenthesized { value: inner } = self.view(value)
            && !self.names_local(inner)
        {
            let message = format!("`*` makes a pointer type, and `{text}` is a value");
            let diagnostic = Diagnostic::new(Kind::NotAType, self.span(node), message);
            self.report(diagnostic.help("what a pointer `p` points to is `p@`, what lies behind it `p[1]`"));
            return self.error(node);
        }
        let message = format!("`*` makes a pointer type, and `{text}` is a variable");
        let diagnostic = Diagnostic::new(Kind::NotAType, self.span(node), message);
        let pointed = self.check_value(value);
        if !matches!(self.kind_of(pointed), TypeKind::Pointer(_) | TypeKind::Error) {
            let fixed = format!("&{text}");
            self.report(diagnostic.fix(format!("its address is `{fixed}`"), self.span(node), fixed));
            return self.error(node);
        }
        let fixed = format!("{text}@");
        let advice = format!("what it points to is `{fixed}`");
        self.report(diagnostic.fix(advice, self.span(node), fixed));
        self.error(node)
    }

    /// A variable of an enclosing procedure that a literal has not captured.
    pub(crate) fn not_captured(&mut self, node: NodeId, name: Name, at: u32) -> Target {
        let message = format!("`{name}` is a variable of the enclosing procedure, which this literal does not capture");
        let declared = Span::new(self.file, at, at + name.as_str().len() as u32);
        let diagnostic = Diagnostic::new(Kind::UnknownName, self.span(node), message);
        let help =
            format!("list it before the parameters: `[{name}] (…)` copies it, `[&{name}] (…)` is the variable itself");
        self.report(diagnostic.label(declared, "declared here").help(help));
        Target::Error
    }

    /// A module that does not have the name.
    pub(crate) fn unknown_in_module(&mut self, node: NodeId, module: ModuleId, name: Name) -> Target {
        let diagnostic = self.sema.unknown_in_module(self.module, node, module, name);
        self.report(diagnostic);
        Target::Error
    }

    /// Whether a body has not had more suggestions than anybody reads: each is as much work as there are names.
    pub(crate) fn may_suggest(&mut self) -> bool {
        self.suggested += 1;
        self.suggested <= hubbub_base::limits::DIAGNOSTICS_PRINTED_MAX
    }

    /// A type that does not have the field or member.
    pub(crate) fn unknown_member(&mut self, node: NodeId, ty: TypeId, name: Name) {
        self.body.has_errors = true;
        let text = name.as_str();
        if text.is_empty() {
            return;
        }
        let what = match self.kind(self.sema.base_of(ty)) {
            TypeKind::Enum(_) => "member",
            TypeKind::Union(_) | TypeKind::Maybe(_) => "case",
            _ => "field",
        };
        let span = self.span(node);
        let message = format!("`{}` has no {what} `{name}`", self.type_name(ty));
        let mut diagnostic = Diagnostic::new(Kind::UnknownMember, span, message);
        if !self.may_suggest() {
            return self.report(diagnostic);
        }
        let known = self.member_names(ty);
        let found = nearest(text, known.iter().copied());
        let cuts = text.rmatch_indices('-').filter_map(|(at, _)| text.split_at_checked(at));
        let cut =
            cuts.map(|(field, rest)| (field, rest.trim_start_matches('-'))).find(|(field, _)| known.contains(field));
        if let Some((field, rest)) = cut {
            let spaced = format!("{field} - {}", rest.replace('-', " - "));
            let note = format!("a `-` inside a word belongs to it: `{text}` is one name");
            diagnostic = diagnostic.note(note).fix(format!("write `{spaced}`"), span, spaced);
        } else if let Some(advice) = self.member_elsewhere(ty, text) {
            diagnostic = match advice.strip_prefix('.') {
                Some(own) => diagnostic.maybe_fix(format!("write `.{own}`"), span, own),
                None => diagnostic.help(advice),
            };
        } else if !found.is_empty() {
            for name in found {
                diagnostic = diagnostic.maybe_fix(format!("did you mean `{name}`?"), span, name);
            }
        } else if known.is_empty() {
            diagnostic = diagnostic.note(format!("`{}` has no {what}s", self.type_name(ty)));
        } else {
            const NAMES_MAX: usize = 8;
            let shown: Vec<String> = known.iter().take(NAMES_MAX).map(|name| format!("`{name}`")).collect();
            let more = if known.len() > NAMES_MAX { ", …" } else { "" };
            diagnostic = diagnostic.note(format!("it has {}{more}", shown.join(", ")));
        }
        self.report(diagnostic);
    }

    /// What stands for a member that other languages' types have: `.name` is a name here, anything else advice.
    pub(super) fn member_elsewhere(&self, ty: TypeId, name: &str) -> Option<&'static str> {
        let kind = self.kind(self.sema.base_of(ty));
        let is_type = |kind: &TypeKind| *kind == TypeKind::Type;
        let is_list = matches!(kind, TypeKind::String | TypeKind::Slice(_) | TypeKind::Array { .. });
        match (kind, name) {
            _ if is_type(kind) || matches!(kind, TypeKind::Pointer(pointee) if is_type(self.kind(*pointee))) => {
                Some("this is a type, not a value of it: `T{}` makes one, `new{T}()` one in memory")
            }
            (_, "len" | "count" | "size") if is_list => Some(".length"),
            (_, "push" | "append" | "push_back" | "add") if is_list => {
                Some("its length never changes; what grows is a `List{T}` of module `List`")
            }
            (TypeKind::String, "push_str") => {
                Some("`a + b` joins two strings; much text is made by a `Strings.builder()`")
            }
            (_, "iter" | "into_iter" | "iter_mut" | "each" | "forEach" | "items") if is_list => {
                Some("a loop goes over it as it is: `for x in list`, `for &x in list` for the places")
            }
            (TypeKind::String, _) if method_of_strings(name).is_some() => method_of_strings(name),
            (_, "to_string" | "toString" | "str" | "String") => Some("text of a value is `format(\"{}\", value)`"),
            (TypeKind::Maybe(_), "is_some" | "has_value") => Some("write `m != none`, or `if x := m`"),
            (TypeKind::Maybe(_), "is_none") => Some("write `m == none`"),
            (TypeKind::Maybe(_), "unwrap_or" | "value_or") => Some("write `m or_else other`"),
            (TypeKind::Maybe(_), "expect" | "get") => Some(".some"),
            (_, "ptr") if is_list => Some(".data"),
            (TypeKind::Maybe(_), "value" | "unwrap") => Some(".some"),
            _ if self.alias_of_home(ty, name).is_some() => self.alias_of_home(ty, name),
            (TypeKind::Pointer(_), "value" | "contents" | "deref") => Some("what a pointer points to is `p@`"),
            _ => None,
        }
    }

    /// What the module of a type calls a procedure that is called otherwise elsewhere.
    fn alias_of_home(&self, ty: TypeId, name: &str) -> Option<&'static str> {
        const ALIASES: &[(&[&str], &str, &str)] = &[
            (&["push_back", "push", "add", "emplace_back", "Append", "Add"], "append", "here it is `append`"),
            (&["pop_back", "remove_last"], "pop", "here it is `pop`"),
            (&["has", "has_key", "contains_key", "includes", "find"], "contains", "here it is `contains`"),
            (&["put", "set", "emplace"], "insert", "here it is `insert`"),
            (&["erase", "delete", "del"], "remove", "here it is `remove`"),
            (&["free", "deinit", "close", "drop", "dispose"], "destroy", "here it is `destroy`"),
        ];
        let home = self.sema.home_module(ty);
        let is_there = |own: &str| self.sema.public_procedures(home, Name::new(own)).next().is_some();
        let mut rows = ALIASES.iter().filter(|(others, ..)| others.contains(&name));
        rows.find(|(_, own, _)| is_there(own)).map(|(.., advice)| *advice)
    }

    /// Names of a type's fields, members or cases, in their order.
    fn member_names(&self, ty: TypeId) -> Vec<&'static str> {
        let base = self.sema.base_of(ty);
        match self.kind(base) {
            TypeKind::Enum(_) => {
                let members = self.sema.members(base).map_or(&[][..], |members| &members.members);
                members.iter().map(|(name, ..)| name.as_str()).collect()
            }
            TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Maybe(_) => {
                let fields = self.sema.fields(base).map_or(&[][..], |fields| &fields.fields);
                fields.iter().map(|field| field.name.as_str()).collect()
            }
            TypeKind::String | TypeKind::Slice(_) | TypeKind::Array { .. } => vec!["data", "length"],
            _ => Vec::new(),
        }
    }
}

/// What stands for a method that strings have in other languages.
fn method_of_strings(name: &str) -> Option<&'static str> {
    Some(match name {
        "bytes" | "as_bytes" | "encode" => {
            "the bytes are `text[i]`, as a slice `Strings.bytes(text)`, of module `Strings`"
        }
        "chars" | "runes" | "characters" => "a loop goes over the runes: `for rune in text`",
        "char_indices" => "a loop goes over the runes and their places: `for rune, offset in text`",
        "split" | "splitlines" | "lines" | "fields" => {
            "module `Strings` has it: `Strings.split(text, \",\")`, `Strings.lines(text)`"
        }
        "trim" | "strip" | "trim_space" => "module `Strings` has it: `Strings.trim(text)`",
        "find" | "index" | "indexOf" | "index_of" => "module `Strings` has it: `Strings.find(text, part)`",
        "contains" | "includes" => "module `Strings` has it: `Strings.contains(text, part)`",
        "replace" | "replace_all" => "module `Strings` has it: `Strings.replace(text, old, new)`",
        "starts_with" | "startswith" | "startsWith" | "has_prefix" => {
            "module `Strings` has it: `Strings.starts_with(text, prefix)`"
        }
        "ends_with" | "endswith" | "endsWith" | "has_suffix" => {
            "module `Strings` has it: `Strings.ends_with(text, suffix)`"
        }
        "upper" | "to_upper" | "to_uppercase" | "toUpperCase" => "module `Strings` has it: `Strings.to_upper(text)`",
        "lower" | "to_lower" | "to_lowercase" | "toLowerCase" => "module `Strings` has it: `Strings.to_lower(text)`",
        "to_int" | "toInt" | "parse_int" | "parse" => "module `Strings` reads numbers: `Strings.parse_int(text)`",
        "to_float" | "toFloat" | "parse_float" => "module `Strings` reads numbers: `Strings.parse_float(text)`",
        "substr" | "substring" | "slice" => "a part of a string is `text[low..<high]`",
        "charAt" | "char_at" | "at" => "a byte is `text[i]`",
        "is_empty" | "empty" | "isEmpty" => "compare its length: `text.length == 0`",
        "c_str" | "to_cstring" => "`CString(text)` of a literal; module `C` makes one of other text",
        "format" => "text of values is `format(\"{}\", value)`",
        _ => return None,
    })
}
