//! The built-in module `Build`, an ordinary module whose text is made here, so that the rest of the compiler has no case for it.

use hubbub_syntax::condition::{BuildConstants, Value};

/// The name of the module.
pub(super) const NAME: &str = "Build";
/// Its path, which no file can have.
pub(super) const MODULE: &str = "\0Build";

/// The text of the module.
pub(super) fn module_text(build: &BuildConstants) -> String {
    let mut text = String::from("//! What is known about this build.\n");
    for (name, value) in &build.constants {
        let (ty, value) = match value {
            Value::Bool(value) => ("Bool", value.to_string()),
            Value::Integer(value) => ("Int", value.to_string()),
            Value::Text(value) => ("String", format!("\"{}\"", value.escape_default())),
        };
        text.push_str(&format!("{name}: {ty} : {value}\n"));
    }
    text
}
