//! Which argument goes to which parameter: by position, by name, into `..`, beyond the last into C's `..`.

use hubbub_base::Name;

use super::arguments::Argument;
use crate::data::types::Signature;

/// Where every argument goes.
#[derive(Clone, PartialEq, Debug, Default)]
pub(crate) struct Assignment {
    /// For each argument its parameter; those for C's `..` count on from the last parameter.
    pub parameters: Vec<u32>,
    /// Parameters that get their defaults, in their order.
    pub defaults: Vec<u32>,
    /// The `..T` parameter, when it gets elements (or nothing) rather than a whole slice.
    pub gathered: Option<u32>,
    /// Whether anything goes into a `..`.
    pub uses_variadic: bool,
}

/// Why arguments cannot be assigned to parameters.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Misassigned {
    /// There is nothing for this parameter.
    Missing(Name),
    /// There are more arguments than parameters; the index of the first that is too many.
    TooMany(usize),
    /// No parameter has this name; the argument's index.
    NoSuchName(usize),
    /// A parameter gets two values; the second argument's index.
    Twice(usize),
    /// A positional argument behind a named one; its index.
    PositionalBehindNamed(usize),
    /// `..x` where there is no `..T`; the argument's index.
    NoVariadic(usize),
}

/// Parameters by their names; in a table where there are many.
struct ByName(Option<hashbrown::HashMap<Name, usize, foldhash::fast::FixedState>>);

impl ByName {
    fn new(signature: &Signature, arguments: &[Argument]) -> Self {
        const WITHOUT_TABLE_MAX: usize = 16;
        let is_large = arguments.len() > WITHOUT_TABLE_MAX && arguments.iter().any(|argument| argument.name.is_some());
        let names = signature.parameters.iter().enumerate().map(|(index, parameter)| (parameter.name, index));
        // of equal ones, which are a mistake, the first
        Self(is_large.then(|| names.rev().collect()))
    }

    fn position(&self, signature: &Signature, name: Name) -> Option<usize> {
        match &self.0 {
            Some(table) => table.get(&name).copied(),
            None => signature.parameters.iter().position(|parameter| parameter.name == name),
        }
    }
}

/// Assigns arguments to the parameters of a signature.
pub(crate) fn assign(signature: &Signature, arguments: &[Argument]) -> Result<Assignment, Misassigned> {
    let parameters = &signature.parameters;
    let mut given = vec![false; parameters.len()];
    let mut result = Assignment { parameters: Vec::with_capacity(arguments.len()), ..Assignment::default() };
    let (mut position, mut named) = (0, false);
    let by_name = ByName::new(signature, arguments);
    for (index, argument) in arguments.iter().enumerate() {
        while argument.name.is_none() && parameters.get(position).is_some_and(|parameter| parameter.is_by_name) {
            position += 1;
        }
        let parameter = match argument.name {
            Some((name, _)) => {
                named = true;
                by_name.position(signature, name).ok_or(Misassigned::NoSuchName(index))?
            }
            None if named => return Err(Misassigned::PositionalBehindNamed(index)),
            None => match parameters.get(position) {
                Some(parameter) if parameter.is_variadic && !argument.is_spread => {
                    result.gathered = Some(position as u32);
                    result.uses_variadic = true;
                    result.parameters.push(position as u32);
                    if let Some(given) = given.get_mut(position) {
                        *given = true;
                    }
                    continue;
                }
                Some(parameter) => {
                    if argument.is_spread && !parameter.is_variadic {
                        return Err(Misassigned::NoVariadic(index));
                    }
                    result.uses_variadic |= parameter.is_variadic;
                    position += 1;
                    position - 1
                }
                None if signature.is_c_variadic => {
                    result.uses_variadic = true;
                    result.parameters.push(position as u32);
                    position += 1;
                    continue;
                }
                None => return Err(Misassigned::TooMany(index)),
            },
        };
        match given.get_mut(parameter) {
            Some(given) if *given => return Err(Misassigned::Twice(index)),
            Some(given) => *given = true,
            None => {}
        }
        result.parameters.push(parameter as u32);
    }
    for (index, (parameter, given)) in parameters.iter().zip(&given).enumerate() {
        match () {
            () if *given => {}
            () if parameter.is_variadic => result.gathered = Some(index as u32),
            () if parameter.has_default => result.defaults.push(index as u32),
            () => return Err(Misassigned::Missing(parameter.name)),
        }
    }
    if result.gathered.is_some() {
        result.uses_variadic = true;
    }
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::{Misassigned, assign};
    use crate::check::call::arguments::{Argument, ArgumentValue};
    use crate::data::types::{Parameter, Signature, TypeId};
    use hubbub_base::Name;
    use hubbub_syntax::NodeId;
    use hubbub_syntax::tree::view::Abi;

    /// `a`, `b = …` as `b=`, one that is given by name as `b@`, `..c`, `...` for C's.
    fn signature(text: &str) -> Signature {
        let words: Vec<&str> = text.split_whitespace().collect();
        let parameter = |word: &&str| Parameter {
            name: Name::new(word.trim_matches(['.', '=', '@'])),
            ty: TypeId(0),
            is_variadic: word.starts_with(".."),
            has_default: word.ends_with(['=', '@']),
            is_by_name: word.ends_with('@'),
        };
        Signature {
            ty: TypeId(0),
            value_ty: TypeId(0),
            parameters: words.iter().filter(|word| **word != "...").map(parameter).collect(),
            results: Box::new([]),
            abi: Abi::Hubbub,
            is_c_variadic: words.contains(&"..."),
        }
    }

    /// `_` by position, `..` a slice handed over, anything else a name.
    fn argument(word: &str) -> Argument {
        let name = (word != "_" && word != "..").then(|| (Name::new(word), NodeId(0)));
        Argument { node: NodeId(0), name, is_spread: word == "..", is_receiver: false, value: ArgumentValue::None }
    }

    fn check(parameters: &str, arguments: &str, expected: Result<(&[u32], &[u32]), Misassigned>) {
        let arguments: Vec<Argument> = arguments.split_whitespace().map(argument).collect();
        let found = assign(&signature(parameters), &arguments);
        let found = found.as_ref().map(|found| (&*found.parameters, &*found.defaults)).map_err(|error| *error);
        assert_eq!(found, expected, "{parameters}");
    }

    #[test]
    fn by_position_and_name() {
        check("a b", "_ _", Ok((&[0, 1], &[])));
        check("a b", "b a", Ok((&[1, 0], &[])));
        check("a b= c=", "_ c", Ok((&[0, 2], &[1])));
        check("a b", "_", Err(Misassigned::Missing(Name::new("b"))));
        check("a b", "_ _ _", Err(Misassigned::TooMany(2)));
        check("a b", "_ a", Err(Misassigned::Twice(1)));
        check("a b", "_ z", Err(Misassigned::NoSuchName(1)));
        check("a b", "a _", Err(Misassigned::PositionalBehindNamed(1)));
    }

    #[test]
    fn places_by_name_only() {
        check("a b@", "_", Ok((&[0], &[1])));
        check("a b@", "_ b", Ok((&[0, 1], &[])));
        check("a b@", "_ _", Err(Misassigned::TooMany(1)));
        check("a b@ c", "_ _", Ok((&[0, 2], &[1])));
        check("a b@ ..c", "_ _ _", Ok((&[0, 2, 2], &[1])));
        check("a b@ ..c", "_", Ok((&[0], &[1])));
        check("b@ a", "_ b", Ok((&[1, 0], &[])));
    }

    #[test]
    fn variadic() {
        check("a ..b", "_", Ok((&[0], &[])));
        check("a ..b", "_ _ _", Ok((&[0, 1, 1], &[])));
        check("a ..b c", "_ _ _ c", Ok((&[0, 1, 1, 2], &[])));
        check("a ..b c=", "_ _", Ok((&[0, 1], &[2])));
        check("a ..b", "_ ..", Ok((&[0, 1], &[])));
        check("a ..b", "_ _ ..", Err(Misassigned::Twice(2)));
        check("a", "..", Err(Misassigned::NoVariadic(0)));
        check("a ...", "_ _ _", Ok((&[0, 1, 2], &[])));
    }
}
