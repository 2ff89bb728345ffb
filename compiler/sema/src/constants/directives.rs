//! Directives that are values: `#embed`, `#config`.

use std::sync::Arc;

use hubbub_diagnostics::{Diagnostic, Kind};
use hubbub_syntax::condition::Value as BuildValue;
use hubbub_syntax::{NodeId, View};
use num_traits::ToPrimitive;

use super::bytes::Image;
use crate::data::types::{ModuleId, TypeId, TypeKind};
use crate::data::value::{Static, Target, TypedValue, Value};
use crate::session::{Env, Sema};

impl Sema {
    /// The value of an [`View::Embed`]: a `Slice{u8}`. `None` after an error, which has been reported.
    pub fn embed(&self, module: ModuleId, node: NodeId) -> Option<TypedValue> {
        let ty = self.slice_of(self.types.u8);
        let View::Embed { path } = self.view(module, node) else { return None };
        let embedded = &self.modules[module].embedded;
        let (_, file) = embedded.iter().find(|(at, _)| *at == node)?;
        let bytes = match file {
            Ok(bytes) => bytes,
            Err(problem) => {
                let name = self.string_literal(module, path).unwrap_or_default();
                let message = format!("`{name}` cannot be embedded: {problem}");
                self.report(self.error_at(module, path, Kind::FileNotReadable, message));
                return None;
            }
        };
        let mut image = Image::new(self);
        if !bytes.is_empty() {
            let size = bytes.len() as u64;
            let data = Arc::new(Static { bytes: bytes.to_vec(), addresses: Vec::new() });
            image.put_address(0, Target::Data { data, size, align: 1 }, 0)?;
            image.put_number(8, size, 8)?;
        }
        Some(TypedValue { ty, value: image.finish() })
    }

    /// The value of `#config("name", default)`: what `--define` says, as a value of the default's type. `None` after an error, which has
    /// been reported.
    pub fn config(&self, env: &Env<'_>, node: NodeId, arguments: &[NodeId]) -> Option<TypedValue> {
        let [name_node, default_node] = arguments else {
            let message = format!("`#config` takes a name and a default, {} given", arguments.len());
            self.report(self.error_at(env.module, node, Kind::CountMismatch, message));
            return None;
        };
        let Value::String(name) = self.evaluate(env, *name_node, Some(self.types.string))?.value else { return None };
        let default = self.evaluate(env, *default_node, None)?;
        let ty = self.default_of_literal(default.ty);
        let name = String::from_utf8_lossy(&name);
        let Some(text) = self.build.defines.get(&*name) else { return Some(TypedValue { ty, value: default.value }) };
        let value = self.defined(ty, text);
        if value.is_none() {
            let message = format!("`--define {name}=…` is no `{}`", self.type_name(ty));
            self.report(Diagnostic::new(Kind::TypeMismatch, self.span(env.module, node), message));
        }
        Some(TypedValue { ty, value: value? })
    }

    fn defined(&self, ty: TypeId, text: &str) -> Option<Value> {
        match self.kind(ty) {
            TypeKind::String => Some(Value::String(Arc::from(text.as_bytes()))),
            TypeKind::Bool => match text {
                "true" => Some(Value::Bool(true)),
                "false" => Some(Value::Bool(false)),
                _ => None,
            },
            TypeKind::Int { bits, signed } => {
                let value: num_bigint::BigInt = text.parse().ok()?;
                super::exact::fits_integer(&value, *bits, *signed).then_some(Value::Integer(value))
            }
            TypeKind::Float { .. } => Some(Value::Float(text.parse::<f64>().ok()?.to_bits())),
            _ => None,
        }
    }

    /// A constant of the module `Build`, as the rest of the compiler needs it.
    pub fn build_constant(&self, name: &str) -> Option<&BuildValue> {
        self.build.constants.get(name)
    }

    /// An integer constant of the module `Build`.
    pub fn build_integer(&self, name: &str) -> Option<i64> {
        match self.build_constant(name)? {
            BuildValue::Integer(value) => value.to_i64(),
            _ => None,
        }
    }
}
