//! Generic declarations: parameters, inference, `where`.

use hubbub_base::Name;
use hubbub_syntax::NodeId;

use crate::data::types::{Argument, DeclId, InstanceId, TypeId};
use crate::session::{Env, Sema};

/// A generic parameter of a declaration.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GenericParameter {
    /// Its name.
    pub name: Name,
    /// The node of its value's type (`N: Int`); `None` for a type parameter.
    pub ty: Option<NodeId>,
}

/// What has been inferred for a declaration's parameters so far, parents' first.
pub type Inferred = Vec<Option<Argument>>;

impl Sema {
    /// The parameters of a declaration's own.
    pub fn generic_parameters(&self, _decl: DeclId) -> Vec<GenericParameter> {
        Vec::new()
    }

    /// The instance whose arguments are the parameters themselves: what the check of a generic body that is made once looks at.
    pub fn identity_instance(&self, decl: DeclId) -> InstanceId {
        self.instantiate(decl, &[])
    }

    /// Explicit arguments `{i32, 4}` as arguments of the first own parameters; reports what is wrong.
    pub fn explicit_arguments(&self, _env: &Env<'_>, _decl: DeclId, _nodes: &[NodeId]) -> Option<Vec<Argument>> {
        None
    }

    /// Learns from an argument of type `actual` given for parameter `parameter` of procedure `decl`. `false`: they cannot fit.
    pub fn infer(&self, _decl: DeclId, _parameter: usize, _actual: TypeId, _inferred: &mut Inferred) -> bool {
        false
    }

    /// Whether parameter `a_parameter` of `a` is more specific than `b_parameter` of `b`: `Less` is the more specific one.
    pub fn compare_specificity(&self, _a: (DeclId, usize), _b: (DeclId, usize)) -> Option<std::cmp::Ordering> {
        None
    }

    /// Whether the `where` clause of an instance holds (true without one); evaluated once.
    pub fn where_holds(&self, _instance: InstanceId) -> bool {
        true
    }
}
