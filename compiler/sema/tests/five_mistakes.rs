//! Files with five mistakes, as people make them: a misspelt procedure, an unknown field, a misspelt local, a missing argument, a string for
//! an integer. Each file must be told of all five, each at exactly its token, with what mends it, and of nothing else.
//!
//! The files are made from a seed: structs and procedures with names of everyday, in any order, and mistakes in all sorts of places.
//! `HUBBUB_FIVE` is their number, `HUBBUB_FUZZ_SEED` where the numbers begin.

#![expect(clippy::disallowed_methods, reason = "the number of files is a setting")]

#[expect(dead_code, reason = "the fuzzer uses the rest")]
mod common;

use common::{Fuzzer, Random};
use hubbub_diagnostics::{Diagnostic, Kind};

const FILES: usize = 400;

const TYPES: &[&str] =
    &["Account", "Vehicle", "Planet", "Recipe", "Student", "Ticket", "Sensor", "Customer", "Garden", "Window"];
const FIELDS: &[&str] = &[
    "balance",
    "owner",
    "weight",
    "height",
    "color",
    "title",
    "speed",
    "limit",
    "price",
    "score",
    "radius",
    "level",
    "amount",
    "distance",
    "capacity",
    "duration",
    "priority",
    "quantity",
    "temperature",
    "position",
];
const PROCEDURES: &[&str] = &[
    "compute_total",
    "scaled",
    "update_score",
    "merge_counts",
    "describe_state",
    "average_of",
    "clamp_value",
    "next_level",
    "price_after",
    "remaining",
    "is_within",
    "combine",
    "estimate",
    "measure_all",
    "reduce_by",
    "find_largest",
];
const LOCALS: &[&str] = &[
    "total",
    "result",
    "current",
    "previous",
    "maximum",
    "minimum",
    "difference",
    "product",
    "counter",
    "offset",
    "factor",
    "remainder",
    "average",
    "threshold",
    "subtotal",
];
const PARAMETERS: &[&str] = &["step", "bonus", "percent", "extra", "times", "base", "delta", "share"];

/// A mistake: where it stands in the text, and what stands there when it is mended.
struct Mistake {
    what: &'static str,
    kind: &'static [Kind],
    range: (usize, usize),
    right: String,
}

/// A procedure of the file: its parameters are a struct, then integers.
struct Procedure {
    name: String,
    ty: usize,
    integers: Vec<String>,
}

struct Struct {
    name: String,
    integers: Vec<String>,
    texts: Vec<String>,
}

struct Maker<'r> {
    random: &'r mut Random,
    text: String,
    mistakes: Vec<Mistake>,
    structs: Vec<Struct>,
    procedures: Vec<Procedure>,
    /// All names of the file: what is misspelt is none of them.
    names: Vec<String>,
}

impl Maker<'_> {
    fn pick(&mut self, from: &[&str], count: usize) -> Vec<String> {
        let mut left: Vec<&str> = from.to_vec();
        (0..count.min(left.len())).map(|_| left.swap_remove(self.random.below(left.len())).to_owned()).collect()
    }

    fn one<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.random.below(from.len())]
    }

    /// The name with one slip of the fingers in it.
    fn misspelt(&mut self, name: &str) -> String {
        loop {
            let mut letters: Vec<char> = name.chars().collect();
            let at = 1 + self.random.below(letters.len() - 2);
            match self.random.below(4) {
                0 => letters.swap(at, at + 1),
                1 => drop(letters.remove(at)),
                2 => letters.insert(at, letters[at]),
                _ => letters[at] = *self.one(&['a', 'e', 'i', 'o', 'u', 's', 't', 'r']),
            }
            let found: String = letters.into_iter().collect();
            let is_name = !found.ends_with('_') && !found.contains("__");
            if found != name && is_name && !self.names.contains(&found) {
                return found;
            }
        }
    }

    /// Writes `wrong` where `right` should stand, and keeps that as a mistake.
    fn slip(&mut self, what: &'static str, kind: &'static [Kind], wrong: &str, right: &str) {
        let start = self.text.len();
        self.text.push_str(wrong);
        self.mistakes.push(Mistake { what, kind, range: (start, self.text.len()), right: right.to_owned() });
    }

    fn write(&mut self, text: &str) {
        self.text.push_str(text);
    }

    // ---- declarations ----------------------------------------------------------------------------------------

    fn declare(&mut self) {
        let (count, fields_left) = (2 + self.random.below(2), 2 + self.random.below(3));
        let types = self.pick(TYPES, count);
        let mut fields = self.pick(FIELDS, FIELDS.len());
        for name in types {
            let integers = fields.split_off(fields.len() - fields_left);
            let texts = fields.split_off(fields.len() - 1);
            self.structs.push(Struct { name, integers, texts });
        }
        let count = 3 + self.random.below(3);
        for name in self.pick(PROCEDURES, count) {
            let (ty, count) = (self.random.below(self.structs.len()), 1 + self.random.below(2));
            let integers = self.pick(PARAMETERS, count);
            self.procedures.push(Procedure { name, ty, integers });
        }
        self.names =
            [TYPES, FIELDS, PROCEDURES, LOCALS, PARAMETERS].concat().iter().map(|name| (*name).to_owned()).collect();
    }

    fn write_struct(&mut self, index: usize) {
        let Struct { name, integers, texts } = &self.structs[index];
        self.text +=
            &format!("{name} :: struct\n    {}: Int\n    {}: String\nend\n\n", integers.join(", "), texts.join(", "));
    }

    /// A procedure of a few locals; in each of the two places a mistake may stand.
    fn write_procedure(&mut self, index: usize, wrong: &mut Vec<usize>) {
        let (name, ty, integers) = {
            let found = &self.procedures[index];
            (found.name.clone(), found.ty, found.integers.clone())
        };
        let parameters: Vec<String> = integers.iter().map(|name| format!("{name}: Int")).collect();
        self.write(&format!("{name} :: (item: {}, {}) -> Int\n", self.structs[ty].name, parameters.join(", ")));
        let locals = self.pick(LOCALS, 3);
        self.write(&format!("    {} := {}", locals[0], integers[0]));
        self.write(" + item.");
        self.field(ty, wrong);
        self.write(&format!("\n    {} := {} * 2\n", locals[1], locals[0]));
        match self.random.below(4) {
            0 => {
                self.write(&format!("    if {} > ", locals[1]));
                self.local(&locals[0], wrong);
                self.write(&format!("\n        {} += 1\n    end\n", locals[1]));
            }
            1 => {
                self.write(&format!("    for {} in 0..<", locals[2]));
                self.local(&locals[0], wrong);
                self.write(&format!("\n        {} += {}\n    end\n", locals[1], locals[2]));
            }
            2 => {
                self.write(&format!("    {} = {} + ", locals[1], locals[0]));
                self.local(&locals[1], wrong);
                self.write("\n");
            }
            _ => {
                self.write(&format!("    while {} > 100\n        {} -= ", locals[1], locals[1]));
                self.local(&locals[0], wrong);
                self.write("\n    end\n");
            }
        }
        let rest: Vec<String> = integers.iter().skip(1).map(|name| format!(" + {name}")).collect();
        self.write(&format!("    return {}{}\nend\n\n", locals[1], rest.concat()));
    }

    /// The name of a field, misspelt if that is still to be done and the dice say so.
    fn field(&mut self, ty: usize, wrong: &mut Vec<usize>) {
        let fields = self.structs[ty].integers.clone();
        let name = self.one(&fields).clone();
        match self.is_due(1, wrong) {
            true => {
                let slip = self.misspelt(&name);
                self.slip("unknown field", &[Kind::UnknownMember], &slip, &name);
            }
            false => self.write(&name),
        }
    }

    fn local(&mut self, name: &str, wrong: &mut Vec<usize>) {
        match self.is_due(2, wrong) {
            true => {
                let slip = self.misspelt(name);
                self.slip("misspelt local", &[Kind::UnknownName], &slip, name);
            }
            false => self.write(name),
        }
    }

    /// Whether a mistake is made here: it is among those that are left.
    fn is_due(&mut self, mistake: usize, wrong: &mut Vec<usize>) -> bool {
        let is_left = wrong.contains(&mistake) && self.random.below(3) == 0;
        wrong.retain(|left| *left != mistake || !is_left);
        is_left
    }

    // ---- main ------------------------------------------------------------------------------------------------

    fn write_main(&mut self, wrong: &mut Vec<usize>) {
        self.write("main :: ()\n");
        let count = self.structs.len();
        for index in 0..count {
            let values: Vec<String> =
                self.structs[index].integers.iter().map(|_| self.random.below(90).to_string()).collect();
            let Struct { name, texts, .. } = &self.structs[index];
            let line = format!(
                "    item{index} := {name}{{{}, {}}}\n",
                values.join(", "),
                vec!["\"text\""; texts.len()].join(", ")
            );
            self.write(&line);
        }
        let locals = self.pick(LOCALS, self.procedures.len() + 3);
        let mut shown = Vec::new();
        for (index, local) in locals.iter().enumerate().take(self.procedures.len()) {
            self.write(&format!("    {local} := "));
            self.call(index, wrong);
            self.write("\n");
            shown.push(local.clone());
        }
        // what is left is done here
        if wrong.contains(&1) {
            wrong.retain(|left| *left != 1);
            let name = self.structs[0].texts[0].clone();
            let slip = self.misspelt(&name);
            self.write("    print(\"{}\\n\", item0.");
            self.slip("unknown field", &[Kind::UnknownMember], &slip, &name);
            self.write(")\n");
        }
        if wrong.contains(&2) {
            wrong.retain(|left| *left != 2);
            let name = shown[0].clone();
            let slip = self.misspelt(&name);
            self.write("    print(\"{} of it\\n\", ");
            self.slip("misspelt local", &[Kind::UnknownName], &slip, &name);
            self.write(")\n");
        }
        for mistake in [0, 3] {
            if wrong.contains(&mistake) {
                let index = self.random.below(self.procedures.len());
                self.write("    print(\"{}\\n\", ");
                let mut due = vec![mistake];
                self.call_with(index, &mut due, true);
                wrong.retain(|left| *left != mistake);
                self.write(")\n");
            }
        }
        if wrong.contains(&4) {
            wrong.retain(|left| *left != 4);
            let number = (10 + self.random.below(900)).to_string();
            let name = &locals[locals.len() - 1];
            let begin = format!("    {name}: Int = ");
            self.write(&begin);
            self.slip(
                "string for an integer",
                &[Kind::TypeMismatch, Kind::LiteralDoesNotFit],
                &format!("\"{number}\""),
                &number,
            );
            shown.push(name.clone());
            self.write("\n");
        }
        let items = self.structs.iter().enumerate();
        shown.extend(items.map(|(index, found)| format!("item{index}.{}", found.texts[0])));
        let places = vec!["{}"; shown.len()].join(" ");
        self.write(&format!("    print(\"{places}\\n\", {})\nend\n\n", shown.join(", ")));
    }

    fn call(&mut self, index: usize, wrong: &mut Vec<usize>) {
        self.call_with(index, wrong, false);
    }

    /// A call of a procedure, plain or behind a point; with the mistakes that are due, one at most.
    fn call_with(&mut self, index: usize, wrong: &mut Vec<usize>, is_sure: bool) {
        let (name, ty, count) = {
            let found = &self.procedures[index];
            (found.name.clone(), found.ty, found.integers.len())
        };
        let is_method = self.random.below(2) == 0;
        if is_method {
            self.write(&format!("item{ty}."));
        }
        let due = |maker: &mut Self, mistake: usize, wrong: &mut Vec<usize>| {
            let is_it = wrong.contains(&mistake) && (is_sure || maker.random.below(3) == 0);
            wrong.retain(|left| *left != mistake || !is_it);
            is_it
        };
        let is_misspelt = due(self, 0, wrong);
        let is_missing = !is_misspelt && due(self, 3, wrong);
        let is_text = !is_misspelt && !is_missing && due(self, 4, wrong);
        if is_misspelt {
            let slip = self.misspelt(&name);
            let kinds = &[Kind::UnknownName, Kind::UnknownMember];
            self.slip("misspelt procedure", kinds, &slip, &name);
        } else if is_missing {
            self.slip("missing argument", &[Kind::NoMatchingProcedure], &name, "");
        } else {
            self.write(&name);
        }
        let mut arguments: Vec<String> = if is_method { Vec::new() } else { vec![format!("item{ty}")] };
        let given = if is_missing { count - 1 } else { count };
        arguments.extend((0..given).map(|_| self.random.below(50).to_string()));
        self.write("(");
        let last = arguments.len().saturating_sub(1);
        for (at, argument) in arguments.iter().enumerate() {
            if is_text && at == last {
                let kinds = &[Kind::TypeMismatch, Kind::LiteralDoesNotFit];
                self.slip("string for an integer", kinds, &format!("\"{argument}\""), argument);
            } else {
                self.write(argument);
            }
            if at != last {
                self.write(", ");
            }
        }
        self.write(")");
    }
}

/// A file with its mistakes.
fn file(random: &mut Random) -> (String, Vec<Mistake>) {
    let mut maker = Maker {
        random,
        text: String::new(),
        mistakes: Vec::new(),
        structs: Vec::new(),
        procedures: Vec::new(),
        names: Vec::new(),
    };
    maker.declare();
    let mut wrong = vec![0, 1, 2, 3, 4];
    let mut parts: Vec<usize> = (0..maker.structs.len() + maker.procedures.len()).collect();
    // `main` stands anywhere, and does what is left to do: it is made last
    let place = maker.random.below(parts.len() + 1);
    for index in (1..parts.len()).rev() {
        parts.swap(index, maker.random.below(index + 1));
    }
    let mut main_at = 0;
    let mut before = 0;
    for (number, part) in parts.iter().enumerate() {
        if number == place {
            (main_at, before) = (maker.text.len(), maker.mistakes.len());
        }
        match part.checked_sub(maker.structs.len()) {
            None => maker.write_struct(*part),
            Some(procedure) => maker.write_procedure(procedure, &mut wrong),
        }
    }
    if place == parts.len() {
        (main_at, before) = (maker.text.len(), maker.mistakes.len());
    }
    let others = maker.text.split_off(main_at);
    let behind = maker.mistakes.split_off(before);
    maker.write_main(&mut wrong);
    let shift = maker.text.len() - main_at;
    maker.write(&others);
    let moved = behind
        .into_iter()
        .map(|mistake| Mistake { range: (mistake.range.0 + shift, mistake.range.1 + shift), ..mistake });
    maker.mistakes.extend(moved);
    (maker.text, maker.mistakes)
}

/// Why the messages are not what they should be.
fn complaint(fuzzer: &Fuzzer, text: &str, mistakes: &[Mistake]) -> Option<String> {
    let sema = fuzzer.session(text);
    let found = hubbub_syntax::without_follow_ups(sema.take_diagnostics(), &sema.sources);
    let errors: Vec<&Diagnostic> = found.iter().filter(|found| found.is_error()).collect();
    let others = found.iter().filter(|found| !found.is_error()).count();
    let mut mended: Vec<((usize, usize), String)> = Vec::new();
    for mistake in mistakes {
        let here = |error: &&&Diagnostic| {
            error.span.is_some_and(|span| (span.start as usize, span.end as usize) == mistake.range)
        };
        let Some(error) = errors.iter().find(here) else {
            return Some(format!("{}: nothing at `{}`", mistake.what, &text[mistake.range.0..mistake.range.1]));
        };
        if !mistake.kind.contains(&error.kind) {
            return Some(format!("{}: {:?} {}", mistake.what, error.kind, error.message));
        }
        let Some(fix) = error.fixes.first() else {
            return Some(format!("{}: no fix: {}", mistake.what, error.message));
        };
        let is_right =
            mistake.right.is_empty() || matches!(fix.edits.as_slice(), [(_, right)] if *right == mistake.right);
        if !is_right {
            return Some(format!("{}: `{}` instead of `{}`", mistake.what, fix.message, mistake.right));
        }
        // what is missing stands as a comment in its place
        let given = |text: &str| match (text.find("/*"), text.find("*/")) {
            (Some(from), Some(to)) => format!("{}1{}", &text[..from], &text[to + 2..]),
            _ => text.to_owned(),
        };
        mended.extend(fix.edits.iter().map(|(span, text)| ((span.start as usize, span.end as usize), given(text))));
    }
    if errors.len() != mistakes.len() || others > 0 {
        let said: Vec<&str> = found.iter().map(|found| found.message.as_str()).collect();
        return Some(format!("{} errors and {others} others: {said:?}", errors.len()));
    }
    mended.sort();
    let mut right = text.to_owned();
    for ((start, end), edit) in mended.iter().rev() {
        right.replace_range(start..end, edit);
    }
    let left: Vec<String> = fuzzer.session(&right).take_diagnostics().iter().map(|left| left.message.clone()).collect();
    (!left.is_empty()).then(|| format!("mended, it says {left:?}"))
}

#[test]
fn all_five_are_told_and_nothing_else() {
    let setting =
        |name: &str, otherwise| std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise);
    let (count, seed) = (setting("HUBBUB_FIVE", FILES), setting("HUBBUB_FUZZ_SEED", 1));
    let fuzzer = Fuzzer::new();
    let mut wrong = Vec::new();
    for number in 0..count {
        let mut random = Random((seed * 1_000_003 + number) as u64);
        let (text, mistakes) = file(&mut random);
        assert_eq!(mistakes.len(), 5, "{text}");
        if let Some(complaint) = complaint(&fuzzer, &text, &mistakes) {
            wrong.push(format!("file {number}: {complaint}\n{text}"));
        }
    }
    println!("{} of {count} files are told of their five mistakes, and of nothing else", count - wrong.len());
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong.iter().take(10).cloned().collect::<Vec<_>>().join("\n")
    );
}
