//! The members of enums.

use hubbub_base::Name;
use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use crate::data::types::{FieldInfo, InstanceId, Members, TypeId, TypeKind};
use crate::data::value::Value;
use crate::demand::Question;
use crate::session::{Env, Sema};

/// What stands in the place of a literal's node for the tag of a union.
const TAG: NodeId = NodeId(u32::MAX);

impl Sema {
    /// The members of an enum.
    pub fn members(&self, ty: TypeId) -> Option<&Members> {
        let TypeKind::Enum(instance) = *self.kind(ty) else { return None };
        let cell = &self.types.entry(ty)?.members;
        let members = self.demand(Question::Members(ty), cell, || Some(Box::new(self.enum_members(instance)?)));
        members.map(|members| &**members)
    }

    /// What `tag_of` gives of a tagged union: an enum whose members are the union's cases, numbered from 0.
    pub fn tag_type(&self, union: TypeId) -> Option<TypeId> {
        let instance = match *self.kind(union) {
            TypeKind::Union(instance) => instance,
            TypeKind::Maybe(_) => return self.prelude_type("Maybe_Tag"),
            _ => return None,
        };
        Some(self.intern(TypeKind::Enum(self.literal_instance(instance, TAG))))
    }

    /// Whether an instance stands for the tag of the union that it belongs to.
    pub(crate) fn is_tag(&self, instance: InstanceId) -> bool {
        self.instance(instance).literal == Some(TAG.0)
    }

    fn tag_members(&self, instance: InstanceId) -> Option<Members> {
        let tag = self.instance(instance);
        let union = self.declared_type(self.instantiate(tag.decl, &tag.arguments));
        let cases = &self.fields(union)?.fields;
        let backing = match cases.len() {
            0..=0x100 => self.types.u8,
            0x101..=0x1_0000 => self.types.u16,
            _ => self.types.u32,
        };
        let member = |(index, case): (usize, &FieldInfo)| (case.name, index as i128, case.at);
        Some(Members::new(backing, false, cases.iter().enumerate().map(member).collect()))
    }

    fn enum_members(&self, instance: InstanceId) -> Option<Members> {
        if self.is_tag(instance) {
            return self.tag_members(instance);
        }
        let decl = self.decl_of(instance);
        let View::Enum { backing, members: nodes, .. } = self.view(decl.module, decl.value) else { return None };
        let env = self.env(instance);
        let is_flags = self.attributes(decl).any(|(name, _)| name.as_str() == "flags");
        let backing = self.backing(&env, backing);
        let mut list =
            MemberList { sema: self, env, backing, is_flags, next: Some(i128::from(is_flags)), members: Vec::new() };
        list.add(nodes);
        Some(Members::new(backing, is_flags, list.members.into()))
    }

    fn backing(&self, env: &Env<'_>, backing: Option<NodeId>) -> TypeId {
        let Some(node) = backing else { return self.types.i32 };
        let ty = self.resolve_type(env, node);
        match self.kind(ty) {
            TypeKind::Int { .. } => ty,
            TypeKind::Error => self.types.i32,
            _ => {
                let message = format!("an enum over `{}`, expected an integer type", self.type_name(ty));
                self.report(self.error_at(env.module, node, Kind::TypeMismatch, message));
                self.types.i32
            }
        }
    }

    /// The smallest and the largest value of an integer type.
    pub fn integer_range(&self, ty: TypeId) -> Option<(num_bigint::BigInt, num_bigint::BigInt)> {
        let TypeKind::Int { bits, signed } = *self.kind(ty) else { return None };
        let one = num_bigint::BigInt::from(1);
        if signed {
            let high = &one << (bits - 1);
            return Some((-high.clone(), high - one));
        }
        Some((num_bigint::BigInt::from(0), (&one << bits) - &one))
    }
}

struct MemberList<'s> {
    sema: &'s Sema,
    env: Env<'s>,
    backing: TypeId,
    is_flags: bool,
    /// The value of the next member without one of its own.
    next: Option<i128>,
    members: Vec<(Name, i128, u32)>,
}

impl MemberList<'_> {
    fn add(&mut self, nodes: &[NodeId]) {
        let mut seen = hashbrown::HashSet::with_capacity(nodes.len());
        for node in nodes {
            let View::Member { name: name_node, value, .. } = self.sema.view(self.env.module, *node) else { continue };
            let name = self.sema.name_of(self.env.module, name_node);
            let at = self.sema.tree(self.env.module).start(name_node);
            if !seen.insert(name) {
                let span = self.sema.name_span(self.env.module, name, at);
                let message = format!("member `{name}` is declared twice");
                self.sema.report(Diagnostic::new(Kind::DuplicateDeclaration, span, message));
            }
            let number = match value {
                Some(value) => self.written(value),
                None => self.fitting(self.next, name_node),
            };
            self.next = self.following(number);
            self.members.push((name, number, at));
        }
    }

    fn following(&self, number: i128) -> Option<i128> {
        if !self.is_flags {
            return number.checked_add(1);
        }
        let highest = 127 - number.leading_zeros().min(127);
        if number <= 0 { Some(1) } else { 1_i128.checked_shl(highest + 1) }
    }

    fn written(&self, node: NodeId) -> i128 {
        let Some(value) = self.sema.evaluate(&self.env, node, None) else { return 0 };
        let ty = self.sema.base_of(value.ty);
        match (value.value, self.sema.kind(ty)) {
            (Value::Integer(integer), TypeKind::Int { .. } | TypeKind::LiteralInt) => {
                self.fitting(integer.to_i128(), node)
            }
            (Value::Zero, TypeKind::Int { .. } | TypeKind::LiteralInt) => 0,
            // What is no integer, or takes its type from the place.
            _ => match self.sema.evaluate(&self.env, node, Some(self.backing)).map(|value| value.value) {
                Some(Value::Integer(integer)) => self.fitting(integer.to_i128(), node),
                _ => 0,
            },
        }
    }

    /// The number, if the backing type holds it.
    fn fitting(&self, number: Option<i128>, node: NodeId) -> i128 {
        let Some((low, high)) = self.sema.integer_range(self.backing) else { return 0 };
        let number = number.map(num_bigint::BigInt::from);
        if let Some(number) = number.as_ref().filter(|number| **number >= low && **number <= high) {
            return number.to_i128().unwrap_or(0);
        }
        let what = number.map_or_else(|| "a value".to_owned(), |number| number.to_string());
        let backing = self.sema.type_name(self.backing);
        let message = format!("{what} does not fit the enum's type `{backing}`, which holds {low} to {high}");
        self.sema.report(self.sema.error_at(self.env.module, node, Kind::LiteralDoesNotFit, message));
        0
    }
}
