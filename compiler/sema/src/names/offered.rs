//! Which names there are to choose from, for those who complete what somebody types.

use hubbub_base::Name;
use hubbub_base::table::Id;
use hubbub_syntax::View;

use crate::check::conversion::implicit;
use crate::data::types::{DeclId, ModuleId, TypeId, TypeKind};
use crate::session::Sema;
use crate::store::decls::DeclKind;

impl Sema {
    /// The names that can be seen in `decl`, or at top level of `module`: declarations of the module, of its imports and of the Prelude, those within the
    /// declarations around; what has no declaration of its own is a generic parameter or a type of the language. Sorted.
    pub fn names_seen(&self, module: ModuleId, decl: Option<DeclId>) -> Vec<(Name, Option<DeclId>)> {
        let mut seen: Vec<(Name, Option<DeclId>)> = Vec::new();
        let mut around = decl;
        while let Some(id) = around {
            let decl = self.decl(id);
            let generics = self.tree(decl.module).generics(decl.value).iter();
            seen.extend(generics.filter_map(|node| match self.view(decl.module, *node) {
                View::Generic { name, .. } => Some((self.name_of(decl.module, name), None)),
                _ => None,
            }));
            let module = &self.modules[decl.module];
            let nested = module.nested.values().flatten().filter(|inner| self.decl(**inner).parent == Some(id));
            seen.extend(nested.map(|inner| (self.decl(*inner).name, Some(*inner))));
            around = decl.parent;
        }
        let mut add = |of: ModuleId, is_seen: &dyn Fn(Name) -> bool, is_own: bool| {
            for name in self.modules[self.whole(of)].scope.keys().filter(|name| is_seen(**name)) {
                let decls = self.own_declarations(of, *name).filter(|id| is_own || !self.decl(*id).is_private);
                seen.extend(decls.map(|id| (*name, Some(id))));
            }
        };
        add(module, &|_| true, true);
        for visible in &self.modules[module].visible {
            add(visible.module, &|name| visible.shows(name), false);
        }
        if !self.is_prelude(module) {
            add(self.known.prelude, &|_| true, false);
        }
        seen.extend(self.known.language_names().map(|name| (name, None)));
        self.sorted(seen)
    }

    /// The names that stand behind the point after a module, seen from another one. Sorted.
    pub fn names_of_module(&self, module: ModuleId, from: ModuleId) -> Vec<DeclId> {
        let is_own = self.whole(module) == self.whole(from);
        let handed_on = self.modules[module].handed_on.iter().map(|visible| (visible.module, Some(visible)));
        let mut seen = Vec::new();
        for (of, visible) in std::iter::once((module, None)).chain(handed_on) {
            for name in self.modules[self.whole(of)].scope.keys() {
                if visible.is_none_or(|visible| visible.shows(*name)) {
                    let decls = self.own_declarations(of, *name).filter(|id| is_own || !self.decl(*id).is_private);
                    seen.extend(decls.map(|id| (*name, Some(id))));
                }
            }
        }
        self.sorted(seen).into_iter().filter_map(|(_, decl)| decl).collect()
    }

    /// The procedures that a module sees, or that the home of a type declares, which take a value of the type, its address or what it points to first; and whether
    /// that is because they take anything. Sorted.
    pub fn procedures_taking(&self, module: ModuleId, ty: TypeId) -> Vec<(DeclId, bool)> {
        let home = self.home_module(ty);
        let seen = self.names_seen(module, None).into_iter().filter_map(|(_, decl)| decl);
        let all = seen.chain(self.names_of_module(home, module)).filter(|id| {
            let decl = self.decl(*id);
            decl.kind == DeclKind::Procedure && !decl.name.as_str().is_empty()
        });
        let mut found: Vec<(DeclId, bool)> = Self::quietly(|| {
            all.filter_map(|decl| self.takes_first(decl, ty).map(|takes_all| (decl, takes_all))).collect()
        });
        found.sort_by_key(|(decl, takes_all)| (*takes_all, self.decl(*decl).name.as_str(), *decl));
        found.dedup();
        found
    }

    /// Whether a procedure takes a value of a type first, and then whether it takes anything.
    fn takes_first(&self, decl: DeclId, ty: TypeId) -> Option<bool> {
        let signature = self.signature(self.identity_instance(decl))?;
        let first = signature.parameters.first().filter(|first| !first.is_variadic)?;
        let pointee = match self.kind(self.base_of(ty)) {
            TypeKind::Pointer(pointee) => Some(*pointee),
            _ => None,
        };
        let ways = [Some(ty), Some(self.pointer_to(ty)).filter(|_| pointee.is_none()), pointee];
        let is_any_address = *self.kind(first.ty) == TypeKind::Pointer(self.types.void);
        if is_any_address && ways.iter().flatten().all(|way| *way != first.ty) {
            return None;
        }
        if !self.facts(first.ty).is_dependent {
            let fits = ways.into_iter().flatten().any(|way| implicit(self, way, first.ty).is_some());
            return fits.then_some(matches!(self.kind(first.ty), TypeKind::Any));
        }
        let takes_all = match self.kind(first.ty) {
            TypeKind::Parameter { .. } => true,
            TypeKind::Pointer(inner) => matches!(self.kind(*inner), TypeKind::Parameter { .. }),
            _ => false,
        };
        ways.into_iter().flatten().any(|way| self.takes_inferred(decl, way)).then_some(takes_all)
    }

    /// Whether a generic procedure takes a value of a type first, as far as that tells its arguments.
    fn takes_inferred(&self, decl: DeclId, ty: TypeId) -> bool {
        let mut inferred = vec![None; self.decl(decl).generic_count as usize];
        if !self.infer(decl, 0, ty, &mut inferred) {
            return false;
        }
        let arguments: Option<Vec<_>> = inferred.into_iter().collect();
        arguments.is_none_or(|arguments| self.where_holds(self.instantiate(decl, &arguments)))
    }

    fn sorted(&self, mut seen: Vec<(Name, Option<DeclId>)>) -> Vec<(Name, Option<DeclId>)> {
        seen.retain(|(name, _)| !name.as_str().is_empty());
        seen.sort_by_key(|(name, decl)| (name.as_str(), decl.map(|decl| decl.index())));
        seen.dedup();
        seen
    }
}
