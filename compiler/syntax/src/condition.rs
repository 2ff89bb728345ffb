//! Top-level `#if`: decided as soon as a file is parsed, from literals, operators, the constants of `Build` and
//! `#config("name", default)`. What is not taken is never looked at: its imports are not chased.
//!
//! Start with [`Tree::active_items`].

use std::collections::BTreeMap;

use hubbub_diagnostics::Kind;

use crate::error::SyntaxError;
use crate::literal::Literal;
use crate::tree::view::{BinaryOperator, PrefixOperator, View};
use crate::tree::{NodeId, Tree};

/// What a build knows before any file is read.
#[derive(Clone, Debug, Default)]
pub struct BuildConstants {
    /// The constants of the module `Build`: `OS`, `ARCH`, `RUNTIME`, `OPTIMIZE`, `DEBUG` …
    pub constants: BTreeMap<String, Value>,
    /// `--define name=value`; `--define name` is `true`.
    pub defines: BTreeMap<String, String>,
}

impl BuildConstants {
    /// The constants of a build without any options.
    pub fn plain() -> BTreeMap<String, Value> {
        let texts =
            [("ALLOCATOR", "page"), ("ARCH", "x86_64"), ("OPTIMIZE", "O0"), ("OS", "linux"), ("RUNTIME", "nostd")];
        let texts = texts.map(|(name, text)| (name.to_owned(), Value::Text(text.to_owned())));
        texts
            .into_iter()
            .chain([("DEBUG".to_owned(), Value::Bool(true)), ("TRACK".to_owned(), Value::Bool(false))])
            .collect()
    }
}

/// A value of a condition.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// `true`, `false`.
    Bool(bool),
    /// An integer.
    Integer(i128),
    /// A string.
    Text(String),
}

/// The items of a file that count in a build.
#[derive(Clone, Debug, Default)]
pub struct Active {
    /// The items, in order, without [`View::StaticIf`].
    pub items: Vec<NodeId>,
    /// What was wrong with the conditions.
    pub errors: Vec<SyntaxError>,
}

/// An import that counts in a build.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportPath {
    /// The [`View::Import`].
    pub item: NodeId,
    /// The string that names the module.
    pub path: NodeId,
    /// Its value.
    pub name: String,
}

impl Tree {
    /// The items that count in a build with these constants: those of the branches of `#if` that are taken.
    pub fn active_items(&self, build: &BuildConstants) -> Active {
        let conditions = Conditions { tree: self, build, names: BuildNames::of(self) };
        let mut active = Active::default();
        let mut waiting: Vec<NodeId> = self.items().iter().rev().copied().collect();
        while let Some(item) = waiting.pop() {
            let View::StaticIf { condition, then, otherwise } = self.view(item) else {
                active.items.push(item);
                continue;
            };
            let taken = match conditions.decide(condition) {
                Ok(true) => then,
                Ok(false) => otherwise,
                Err(error) => {
                    active.errors.extend(error.map(|error| *error));
                    &[]
                }
            };
            waiting.extend(taken.iter().rev());
        }
        active
    }

    /// The imports that count in a build with these constants.
    pub fn imports(&self, build: &BuildConstants) -> Vec<ImportPath> {
        let active = self.active_items(build);
        active.items.into_iter().filter_map(|item| self.import_path(item)).collect()
    }

    /// The path of an import.
    pub fn import_path(&self, item: NodeId) -> Option<ImportPath> {
        let View::Import { path, .. } = self.view(item) else { return None };
        let Literal::String(bytes) = self.literal(path) else { return None };
        let name = String::from_utf8_lossy(&bytes).into_owned();
        Some(ImportPath { item, path, name })
    }
}

/// How a file calls the constants of `Build`.
struct BuildNames {
    /// Names before the dot.
    aliases: Vec<&'static str>,
    /// Whether they are imported without one.
    is_open: bool,
}

impl BuildNames {
    fn of(tree: &Tree) -> Self {
        let mut names = Self { aliases: vec!["Build"], is_open: false };
        for item in tree.items() {
            let View::Import { alias, .. } = tree.view(*item) else { continue };
            if tree.import_path(*item).is_none_or(|path| path.name != "Build") {
                continue;
            }
            match alias.map(|alias| tree.view(alias)) {
                Some(View::Name { name }) => names.aliases.push(name.as_str()),
                _ => names.is_open = true,
            }
        }
        names
    }
}

struct Conditions<'t> {
    tree: &'t Tree,
    build: &'t BuildConstants,
    names: BuildNames,
}

/// A value, or what is wrong; `None` when that has been reported.
type Decided<T> = Result<T, Option<Box<SyntaxError>>>;

impl Conditions<'_> {
    fn decide(&self, condition: NodeId) -> Decided<bool> {
        match self.value(condition)? {
            Value::Bool(value) => Ok(value),
            other => Err(self.error(condition, format!("found {}, expected a Bool", name(&other)))),
        }
    }

    fn error(&self, id: NodeId, message: String) -> Option<Box<SyntaxError>> {
        Some(Box::new(SyntaxError::new(Kind::NotConstant, self.tree.range(id), message)))
    }

    /// Chains of infix operators lean to the left: a loop goes down and comes back, recursion follows brackets only.
    fn value(&self, id: NodeId) -> Decided<Value> {
        let mut chain = Vec::new();
        let mut at = id;
        while let View::Binary { operator, left, right } = self.tree.view(at) {
            chain.push((at, operator, right));
            at = left;
        }
        let mut value = self.operand(at)?;
        for (whole, operator, right) in chain.into_iter().rev() {
            value = match (operator, &value) {
                (BinaryOperator::And, Value::Bool(false)) | (BinaryOperator::Or, Value::Bool(true)) => continue,
                _ => self.apply(whole, operator, value, self.value(right)?)?,
            };
        }
        Ok(value)
    }

    fn operand(&self, id: NodeId) -> Decided<Value> {
        match self.tree.view(id) {
            View::Error => Err(None),
            View::Bool { value } => Ok(Value::Bool(value)),
            View::Parenthesized { value } => self.value(value),
            View::Literal { .. } => self.literal(id),
            View::Prefix { operator, value } => self.prefix(id, operator, value),
            View::Config { arguments } => self.config(id, arguments),
            View::Name { name } if self.names.is_open => self.constant(id, name.as_str()),
            View::Dot { base, name } => match (self.tree.view(base), self.tree.view(name)) {
                (View::Name { name: module }, View::Name { name }) if self.names.aliases.contains(&module.as_str()) => {
                    self.constant(id, name.as_str())
                }
                _ => self.not_allowed(id),
            },
            _ => self.not_allowed(id),
        }
    }

    fn not_allowed<T>(&self, id: NodeId) -> Decided<T> {
        let text: String = self.tree.source(id).chars().take(40).collect();
        let message = format!("`{text}` cannot stand in a top-level `#if`");
        let rule = "literals, operators, the constants of `Build` and `#config` can, so it is decided as soon as the file is parsed";
        Err(self.error(id, message).map(|error| Box::new(error.note(rule))))
    }

    fn constant(&self, id: NodeId, name: &str) -> Decided<Value> {
        self.build.constants.get(name).cloned().ok_or_else(|| {
            let known: Vec<&str> = self.build.constants.keys().map(String::as_str).collect();
            let error = self.error(id, format!("`Build` has no constant `{name}`"))?;
            Some(Box::new(error.note(format!("it has {}", known.join(", ")))))
        })
    }

    fn literal(&self, id: NodeId) -> Decided<Value> {
        match self.tree.literal(id) {
            Literal::Integer(value) if i128::try_from(value).is_ok() => Ok(Value::Integer(value as i128)),
            Literal::String(bytes) => Ok(Value::Text(String::from_utf8_lossy(&bytes).into_owned())),
            Literal::Invalid => Err(None),
            _ => Err(self.error(id, "a top-level `#if` uses Bools, integers of 128 bits and strings".to_owned())),
        }
    }

    fn prefix(&self, id: NodeId, operator: PrefixOperator, operand: NodeId) -> Decided<Value> {
        match (operator, self.operand(operand)?) {
            (PrefixOperator::Not, Value::Bool(value)) => Ok(Value::Bool(!value)),
            (PrefixOperator::Negate, Value::Integer(value)) => Ok(Value::Integer(value.wrapping_neg())),
            (PrefixOperator::Complement, Value::Integer(value)) => Ok(Value::Integer(!value)),
            (_, value) => Err(self.error(id, format!("{} does not have this operator", name(&value)))),
        }
    }

    /// `#config("name", default)`: what the build defines, read as the default's type.
    fn config(&self, id: NodeId, arguments: &[NodeId]) -> Decided<Value> {
        let [key, default] = arguments else {
            return Err(self.error(id, "`#config` takes a name and a default".to_owned()));
        };
        let Value::Text(key) = self.value(*key)? else {
            return Err(self.error(*key, "the name of a `#config` is a string".to_owned()));
        };
        let default = self.value(*default)?;
        let Some(text) = self.build.defines.get(&key) else { return Ok(default) };
        let read = match default {
            Value::Bool(_) => text.parse().ok().map(Value::Bool),
            Value::Integer(_) => text.parse().ok().map(Value::Integer),
            Value::Text(_) => Some(Value::Text(text.clone())),
        };
        read.ok_or_else(|| self.error(id, format!("`--define {key}={text}` is not {}", name(&default))))
    }

    fn apply(&self, id: NodeId, operator: BinaryOperator, left: Value, right: Value) -> Decided<Value> {
        let result = match (&left, &right) {
            (Value::Bool(a), Value::Bool(b)) => bools(operator, *a, *b),
            (Value::Integer(a), Value::Integer(b)) => integers(operator, *a, *b),
            (Value::Text(a), Value::Text(b)) => order(operator, a, b),
            _ => None,
        };
        result.ok_or_else(|| {
            let message =
                format!("`{}` cannot be computed here for {} and {}", operator.text(), name(&left), name(&right));
            self.error(id, message)
        })
    }
}

fn name(value: &Value) -> &'static str {
    match value {
        Value::Bool(_) => "a Bool",
        Value::Integer(_) => "an integer",
        Value::Text(_) => "a string",
    }
}

fn bools(operator: BinaryOperator, a: bool, b: bool) -> Option<Value> {
    Some(Value::Bool(match operator {
        BinaryOperator::And => a && b,
        BinaryOperator::Or => a || b,
        BinaryOperator::Equal => a == b,
        BinaryOperator::NotEqual => a != b,
        _ => return None,
    }))
}

fn order<T: Ord>(operator: BinaryOperator, a: T, b: T) -> Option<Value> {
    Some(Value::Bool(match operator {
        BinaryOperator::Equal => a == b,
        BinaryOperator::NotEqual => a != b,
        BinaryOperator::Less => a < b,
        BinaryOperator::LessEqual => a <= b,
        BinaryOperator::Greater => a > b,
        BinaryOperator::GreaterEqual => a >= b,
        _ => return None,
    }))
}

fn integers(operator: BinaryOperator, a: i128, b: i128) -> Option<Value> {
    let shift = u32::try_from(b).ok().filter(|count| *count < 127);
    let value = match operator {
        BinaryOperator::Add => a.checked_add(b),
        BinaryOperator::Subtract => a.checked_sub(b),
        BinaryOperator::Multiply => a.checked_mul(b),
        BinaryOperator::Divide => a.checked_div(b),
        BinaryOperator::Remainder => a.checked_rem(b),
        BinaryOperator::Modulo => {
            a.checked_rem(b).map(|rest| if rest != 0 && (rest < 0) != (b < 0) { rest + b } else { rest })
        }
        BinaryOperator::BitAnd => Some(a & b),
        BinaryOperator::BitOr => Some(a | b),
        BinaryOperator::BitXor => Some(a ^ b),
        BinaryOperator::ShiftLeft => shift.and_then(|count| a.checked_mul(1_i128.checked_shl(count)?)),
        BinaryOperator::ShiftRight => shift.map(|count| a >> count),
        _ => return order(operator, a, b),
    };
    value.map(Value::Integer)
}

#[cfg(test)]
mod tests {
    use super::{BuildConstants, Value};
    use crate::parse_text;

    fn build() -> BuildConstants {
        let constants =
            [("OS", Value::Text("linux".into())), ("DEBUG", Value::Bool(true)), ("BITS", Value::Integer(64))];
        let mut build = BuildConstants::default();
        build.constants.extend(constants.map(|(name, value)| (name.to_owned(), value)));
        build.defines.insert("level".into(), "3".into());
        build
    }

    fn check(condition: &str, expected: &str) {
        let text = format!("#if {condition}\n#import \"Yes\"\n#else\n#import \"No\"\n#end");
        let parsed = parse_text(text);
        assert_eq!(parsed.errors, []);
        let active = parsed.tree.active_items(&build());
        let imports = parsed.tree.imports(&build());
        let found = match active.errors.first() {
            Some(error) => error.message.clone(),
            None => imports.first().map(|import| import.name.clone()).unwrap_or_default(),
        };
        assert_eq!(found, expected, "for {condition}");
    }

    #[test]
    fn conditions() {
        check("true", "Yes");
        check("Build.OS == \"linux\"", "Yes");
        check("Build.OS != \"linux\" || !Build.DEBUG", "No");
        check("Build.BITS / 8 == 1 << 3 && -7 %% 4 == 1", "Yes");
        check("#config(\"level\", 0) > 2", "Yes");
        check("#config(\"other\", false)", "No");
        check("false && Build.NOTHING", "No");
        check("Build.NOTHING", "`Build` has no constant `NOTHING`");
        check("1", "found an integer, expected a Bool");
        check("1 / 0 == 1", "`/` cannot be computed here for an integer and an integer");
        check("f(3)", "`f(3)` cannot stand in a top-level `#if`");
    }

    #[test]
    fn long_chains() {
        check(&format!("1{} == 100001", " + 1".repeat(100_000)), "Yes");
        let chain = "#if false\n#else ".repeat(50_000) + "#if true\n#import \"Deep\"\n#end";
        let parsed = parse_text(chain);
        assert_eq!(parsed.errors, []);
        assert_eq!(parsed.tree.imports(&build()).len(), 1);
    }
}
