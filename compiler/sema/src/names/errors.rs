//! Diagnostics about names, with suggestions.

use hubbub_base::table::Id;
use hubbub_base::{Name, Span};
use hubbub_diagnostics::suggest::nearest;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};

use super::elsewhere::{self, Meaning};
use crate::data::types::{DeclId, ModuleId};
use crate::names::lookup::Lookup;
use crate::session::{Env, Sema};
use crate::store::decls::DeclKind;

impl Sema {
    /// The place of a name that stands at byte `at`.
    pub fn name_span(&self, module: ModuleId, name: Name, at: u32) -> Span {
        Span::new(self.file(module), at, at + name.as_str().len() as u32)
    }

    /// "unknown name", with the names that are nearly right. Names of the body are those of [`crate::session::LocalScope::names`].
    pub fn unknown_name(&self, env: &Env<'_>, node: NodeId, name: Name) -> Diagnostic {
        let diagnostic = self.error_at(env.module, node, Kind::UnknownName, format!("unknown name `{name}`"));
        let text = name.as_str();
        if let Some((owner, at)) = self.variable_around(env, name) {
            let label =
                format!("a variable of `{}`, which what is declared within it does not see", self.decl(owner).name);
            let diagnostic = diagnostic.label(self.name_span(env.module, name, at), label);
            return diagnostic.help("a procedure literal can capture it, `[name] (…)`; a constant can use constants");
        }
        if let Some(fixed) = self.without_hyphens(env, name, self.tree(env.module).start(node)) {
            let help = format!("`{text}` is one name; write `{fixed}` to subtract");
            return diagnostic.help(help).maybe_fix(format!("write `{fixed}`"), self.span(env.module, node), fixed);
        }
        if let Some(diagnostic) = self.not_declared_yet(env, node, name) {
            return diagnostic;
        }
        match elsewhere::meaning(text) {
            Some(Meaning::Type(own)) => {
                return diagnostic.maybe_fix(
                    format!("the type is called `{own}` here"),
                    self.span(env.module, node),
                    own,
                );
            }
            Some(Meaning::Value(own)) => {
                return diagnostic.maybe_fix(format!("write `{own}`"), self.span(env.module, node), own);
            }
            Some(Meaning::Advice(advice)) => return diagnostic.help(advice),
            None => {}
        }
        if let Some(of) = self.enum_with_member(env.module, name) {
            let help = format!("it is a member of `{of}`: write `.{text}` where the type is known, else `{of}.{text}`");
            let span = self.span(env.module, node);
            return diagnostic.maybe_fix(help, span, format!("{of}.{text}"));
        }
        let locals = env.locals.map(|locals| locals.names()).unwrap_or_default();
        let mut visible = self.visible_names(env);
        visible.sort_unstable_by_key(|name| name.as_str());
        // what is equally near is suggested from the inside to the outside
        let diagnostic = self.with_nearest(diagnostic, env.module, node, text, locals.into_iter().chain(visible));
        match self.name_of_library(env.module, node).filter(|_| diagnostic.fixes.is_empty()) {
            Some(fix) if fix.edits.is_empty() => diagnostic.help(fix.message),
            Some(fix) => diagnostic.with_fix(fix),
            None => diagnostic,
        }
    }

    /// An enum or union of the module itself that has a member of this name.
    fn enum_with_member(&self, module: ModuleId, name: Name) -> Option<Name> {
        let tree = self.tree(module);
        let is_it = |node: &NodeId| match tree.view(*node) {
            View::Member { name: own, .. } => self.name_of(module, own) == name,
            View::Field { names, .. } => names.iter().any(|own| self.name_of(module, *own) == name),
            _ => false,
        };
        let decls = &self.modules[module].decls;
        let mut owners =
            (decls.start..decls.end).map(|index| self.decl(DeclId(index))).filter(|decl| match tree.view(decl.value) {
                View::Enum { members, .. } => members.iter().any(is_it),
                View::Union { cases, .. } => cases.iter().any(is_it),
                _ => false,
            });
        owners.next().map(|decl| decl.name)
    }

    /// A name in the value of the variable that it names, on a later line: the line before was meant to be the end.
    fn not_declared_yet(&self, env: &Env<'_>, node: NodeId, name: Name) -> Option<Diagnostic> {
        const LINES_MAX: usize = 64;
        let tree = self.tree(env.module);
        let mut end = tree.text().get(..tree.start(node) as usize)?.rfind('\n')?;
        let mut operator = None;
        for _ in 0..LINES_MAX {
            let before = tree.text().get(..end)?.trim_end();
            let is_operator = |last: &char| "+-*/%&|^<>=!~".contains(*last);
            let Some(last) = before.chars().next_back().filter(is_operator) else { break };
            operator.get_or_insert((before.len() - 1, last));
            end = before.rfind('\n')?;
        }
        let (at, last) = operator?;
        let first = tree.text().get(end..at)?.trim_start().lines().next()?;
        let (names, _) = first.split_once(':')?;
        if !names.split(',').any(|declared| declared.trim() == name.as_str()) {
            return None;
        }
        let span = Span::new(self.file(env.module), at as u32, at as u32 + 1);
        let message =
            format!("`{last}` at the end of a line goes on with the next one, and `{name}` is not declared there yet");
        let diagnostic = Diagnostic::new(Kind::UnknownName, span, message);
        let label = "part of the value because of that";
        Some(diagnostic.label(self.span(env.module, node), label).help("give it its right side, an expression"))
    }

    /// A variable of this name in a procedure around what `env` describes, and where it is declared.
    fn variable_around(&self, env: &Env<'_>, name: Name) -> Option<(DeclId, u32)> {
        let owner = self.decl(env.decl?).parent?;
        let (tree, (start, end)) = (self.tree(env.module), self.tree(env.module).range(self.decl(owner).node));
        let within = |node: &NodeId| (start..end).contains(&tree.start(*node));
        let nodes = (0..tree.node_count()).map(NodeId::from_index);
        let named = nodes.flat_map(|node| match tree.view(node) {
            View::Variable { names, is_constant: false, .. } => names.to_vec(),
            View::Parameter { name, .. } | View::For { name, .. } => vec![name],
            _ => Vec::new(),
        });
        let mut found = named.filter(|node| within(node) && self.name_of(env.module, *node) == name);
        found.next().map(|node| (owner, tree.start(node)))
    }

    /// `n - 1` for `n-1`, when every part of it is a number or a known name.
    pub fn without_hyphens(&self, env: &Env<'_>, name: Name, at: u32) -> Option<String> {
        apart_at_hyphens(name.as_str(), |part| {
            part.bytes().all(|byte| byte.is_ascii_digit()) || self.lookup(env, Name::new(part), at) != Lookup::NotFound
        })
    }

    /// "module `M` has no `x`", with the names that are nearly right.
    pub fn unknown_in_module(&self, from: ModuleId, node: NodeId, module: ModuleId, name: Name) -> Diagnostic {
        let message = format!("module `{}` has no `{name}`", self.modules[module].name);
        let diagnostic = self.error_at(from, node, Kind::UnknownName, message);
        let diagnostic = self.name_of_other_module(diagnostic, from, node, name);
        if !diagnostic.fixes.is_empty() || !diagnostic.help.is_empty() {
            return diagnostic;
        }
        let mut names = self.public_names(module);
        names.sort_unstable_by_key(|name| name.as_str());
        self.with_nearest(diagnostic, from, node, name.as_str(), names)
    }

    fn with_nearest(
        &self,
        mut diagnostic: Diagnostic,
        module: ModuleId,
        node: NodeId,
        wanted: &str,
        names: impl IntoIterator<Item = Name>,
    ) -> Diagnostic {
        for name in nearest(wanted, names.into_iter().map(Name::as_str)) {
            diagnostic = diagnostic.maybe_fix(format!("did you mean `{name}`?"), self.span(module, node), name);
        }
        diagnostic
    }

    /// "private to module `M`".
    pub fn private_name(&self, module: ModuleId, node: NodeId, decl_id: DeclId) -> Diagnostic {
        let decl = self.decl(decl_id);
        let message = format!("`{}` is private to module `{}`", decl.name, self.modules[decl.module].name);
        let diagnostic = self.error_at(module, node, Kind::PrivateName, message);
        let why = match decl.kind {
            DeclKind::Module(_) => "imported here for this file only; `#public` behind it hands it on",
            _ => "declared `#private` here",
        };
        diagnostic.label(self.decl_span(decl_id), why)
    }

    /// "two imports bring in `x`".
    pub fn ambiguous_name(&self, module: ModuleId, node: NodeId, name: Name, decls: &[DeclId]) -> Diagnostic {
        let message = format!("`{name}` comes from several imports");
        let mut diagnostic = self.error_at(module, node, Kind::AmbiguousName, message);
        for decl in decls {
            let home = self.modules[self.decl(*decl).module].name;
            diagnostic = diagnostic.label(self.decl_span(*decl), format!("the one of module `{home}`"));
        }
        diagnostic.help(format!("import one of them under a name (`M :: #import …`) and write `M.{name}`"))
    }

    /// Names that can be seen at top level of a module and in the declarations around. In no order.
    fn visible_names(&self, env: &Env<'_>) -> Vec<Name> {
        let module = &self.modules[env.module];
        let mut names: Vec<Name> = module.scope.keys().chain(module.nested.keys()).copied().collect();
        let mut around = env.decl;
        while let Some(decl_id) = around {
            let decl = self.decl(decl_id);
            let generics = self.tree(decl.module).generics(decl.value).iter();
            names.extend(generics.filter_map(|node| match self.view(decl.module, *node) {
                View::Generic { name, .. } => Some(self.name_of(decl.module, name)),
                _ => None,
            }));
            around = decl.parent;
        }
        for visible in &module.visible {
            names.extend(self.public_names(visible.module).into_iter().filter(|name| visible.shows(*name)));
        }
        names.extend(self.public_names(self.known.prelude));
        names.extend(self.known.language_names());
        names
    }

    /// Names nearly like this one: those that can be seen, and the public ones of a type's home module.
    pub fn near_names(&self, env: &Env<'_>, home: ModuleId, wanted: Name) -> Vec<Name> {
        let names = self.visible_names(env).into_iter().chain(self.public_names(home));
        let mut names: Vec<&str> = names.map(Name::as_str).collect();
        names.sort_unstable();
        names.dedup();
        nearest(wanted.as_str(), names).into_iter().map(Name::new).collect()
    }

    fn public_names(&self, module: ModuleId) -> Vec<Name> {
        let is_public = |name: &Name| self.own_declarations(module, *name).any(|decl| !self.decl(decl).is_private);
        self.modules[module].scope.keys().copied().filter(is_public).collect()
    }
}

/// `one-two - 1` for `one-two-1`: a name cut into parts that are known, each as long as can be; `None` if it cannot be cut.
fn apart_at_hyphens(name: &str, is_known: impl Fn(&str) -> bool) -> Option<String> {
    const HYPHENS_MAX: usize = 16;
    let cuts: Vec<usize> = name.match_indices('-').map(|(at, _)| at).collect();
    if cuts.is_empty() || cuts.len() > HYPHENS_MAX {
        return None;
    }
    let (mut rest, mut parts) = (name, Vec::new());
    while !rest.is_empty() {
        let ends = std::iter::once(rest.len()).chain(rest.rmatch_indices('-').map(|(at, _)| at));
        let known = ends.filter_map(|end| rest.get(..end)).find(|part| !part.is_empty() && is_known(part))?;
        parts.push(known);
        rest = rest.get(known.len()..)?;
        rest = rest.strip_prefix('-').unwrap_or(rest);
    }
    Some(parts.join(" - "))
}
