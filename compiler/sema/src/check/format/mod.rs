//! Format strings and the expansion of `print`.

use hubbub_syntax::NodeId;

use super::Checker;
use crate::data::typed::ExprId;
use crate::data::types::DeclId;

impl Checker<'_> {
    /// A call of the `#format` procedure `procedure` whose format is constant, expanded; `None`: it is an ordinary call.
    pub fn check_format_call(&mut self, _node: NodeId, _procedure: DeclId, _arguments: &[NodeId]) -> Option<ExprId> {
        None
    }
}
