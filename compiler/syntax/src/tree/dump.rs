//! A tree as text: one parenthesised expression a node, statements on lines of their own. For `--emit ast` and tests.
//!
//! Written with a stack of its own, for a chain of a million operators is a tree of that depth.

use std::borrow::Cow;

use super::view::{Abi, BinaryOperator, Body, Here, OperatorName, PatternValue, PrefixOperator, View};
use super::{NodeId, Tree};

/// A piece of a node's text.
enum Part<'t> {
    /// A word.
    Word(Cow<'t, str>),
    /// A child.
    Node(NodeId),
    /// Children, one behind the other.
    Each(&'t [NodeId]),
    /// Children in brackets.
    Group(&'t [NodeId]),
    /// Children on lines of their own.
    Block(&'t [NodeId]),
}

/// What is left to write.
enum Work<'t> {
    Part(Part<'t>),
    Text(&'static str),
    Line,
    Out,
}

impl Tree {
    /// The tree as text.
    pub fn dump(&self) -> String {
        let mut out = String::new();
        for item in self.items() {
            self.dump_node(*item, &mut out);
            out.push('\n');
        }
        out
    }

    /// The tokens as text, one a line: place, kind, text.
    pub fn dump_tokens(&self) -> String {
        let mut out = String::new();
        let tokens = self.tokens();
        for index in 0..tokens.len() as u32 {
            let place = tokens.place(index);
            let flags = match (place.is_first_on_line(), place.is_glued()) {
                (true, _) => " first",
                (false, true) => " glued",
                _ => "",
            };
            let text = tokens.text(index, self.text());
            out.push_str(&format!("{} {:?} {text:?}{flags}\n", place.start(), tokens.kind(index)));
        }
        out
    }

    /// Writes `id` and everything below it.
    fn dump_node(&self, id: NodeId, out: &mut String) {
        let mut indent = 0;
        let mut work = vec![Work::Part(Part::Node(id))];
        while let Some(next) = work.pop() {
            match next {
                Work::Text(text) => out.push_str(text),
                Work::Line => {
                    out.push('\n');
                    out.extend(std::iter::repeat_n("  ", indent));
                }
                Work::Out => indent -= 1,
                Work::Part(Part::Word(word)) => out.push_str(&word),
                Work::Part(Part::Node(id)) => self.expand(id, &mut work),
                Work::Part(Part::Each(ids)) => spread(ids, &mut work),
                Work::Part(Part::Group(ids)) => {
                    work.push(Work::Text("]"));
                    spread(ids, &mut work);
                    work.push(Work::Text("["));
                }
                Work::Part(Part::Block(ids)) => {
                    indent += 1;
                    work.push(Work::Out);
                    for id in ids.iter().rev() {
                        work.push(Work::Part(Part::Node(*id)));
                        work.push(Work::Line);
                    }
                }
            }
        }
    }

    /// Puts the pieces of a node on the stack, last first.
    fn expand<'t>(&'t self, id: NodeId, work: &mut Vec<Work<'t>>) {
        let parts = self.parts(id);
        if let [Part::Word(_)] = parts.as_slice() {
            work.extend(parts.into_iter().map(Work::Part));
            return;
        }
        work.push(Work::Text(")"));
        let mut parts = parts.into_iter().rev().peekable();
        while let Some(part) = parts.next() {
            let stands_alone = matches!(part, Part::Block(_)) || matches!(part, Part::Each([]));
            work.push(Work::Part(part));
            if parts.peek().is_some() && !stands_alone {
                work.push(Work::Text(" "));
            }
        }
        work.push(Work::Text("("));
    }

    fn parts(&self, id: NodeId) -> Vec<Part<'_>> {
        let view = self.view(id);
        match view {
            View::Error => vec![word("<error>")],
            View::Name { name } => vec![word(name.as_str())],
            View::Literal { .. } => vec![word(self.source(id))],
            View::Bool { .. } | View::Null | View::Uninit | View::Context | View::Here { .. } | View::CVariadic => {
                vec![word(leaf(&view))]
            }
            _ => self
                .declaration_parts(&view)
                .or_else(|| part_parts(&view))
                .or_else(|| statement_parts(&view))
                .or_else(|| flow_parts(&view))
                .unwrap_or_else(|| expression_parts(&view)),
        }
    }

    fn declaration_parts<'t>(&'t self, view: &View<'t>) -> Option<Vec<Part<'t>>> {
        use Part::{Block, Each, Group, Node};
        Some(match *view {
            View::Import { alias, path, names, attributes } => {
                vec![word("import"), optional(alias), Node(path), Group(names), Each(attributes)]
            }
            View::ForeignLibrary { alias, path } => vec![word("foreign-library"), optional(alias), Node(path)],
            View::Operator { operator, procedure } => {
                vec![word("operator"), word(operator_text(operator)), Node(procedure)]
            }
            View::StaticIf { condition, then, otherwise } => {
                let mut parts = vec![word("#if"), Node(condition), Block(then)];
                if !otherwise.is_empty() {
                    parts.extend([word("#else"), Block(otherwise)]);
                }
                parts
            }
            View::AddContext { name, ty, value, attributes } => {
                vec![word("add-context"), Node(name), Node(ty), optional(value), Each(attributes)]
            }
            View::StaticAssert { arguments } => vec![word("#assert"), Each(arguments)],
            View::Constant { name, ty, value, attributes } => {
                vec![word("::"), Node(name), optional(ty), Node(value), Each(attributes)]
            }
            View::Variable { names, ty, values, attributes, is_constant } => {
                let head = if is_constant { "constants" } else { "var" };
                vec![word(head), Group(names), optional(ty), Each(values), Each(attributes)]
            }
            View::Struct { generics, condition, attributes, fields } => {
                vec![word("struct"), Group(generics), optional(condition), Each(attributes), Block(fields)]
            }
            View::Enum { backing, attributes, members } => {
                vec![word("enum"), optional(backing), Each(attributes), Block(members)]
            }
            View::Union { generics, condition, attributes, cases } => {
                vec![word("union"), Group(generics), optional(condition), Each(attributes), Block(cases)]
            }
            View::Procedure { abi, captures, generics, parameters, results, condition, attributes, body } => {
                let mut parts = vec![word(procedure_text(abi))];
                parts.extend(captures.map(Group));
                if !generics.is_empty() {
                    parts.extend([word("of"), Group(generics)]);
                }
                parts.extend([Group(parameters), word("->"), Group(results)]);
                if let Some(condition) = condition {
                    parts.extend([word("where"), Node(condition)]);
                }
                parts.push(Each(attributes));
                parts.extend(body_parts(body));
                parts
            }
            _ => return None,
        })
    }
}

/// Children with blanks between them, last first.
fn spread<'t>(ids: &'t [NodeId], work: &mut Vec<Work<'t>>) {
    for (index, id) in ids.iter().enumerate().rev() {
        work.push(Work::Part(Part::Node(*id)));
        if index > 0 {
            work.push(Work::Text(" "));
        }
    }
}

fn word<'t>(text: &'t str) -> Part<'t> {
    Part::Word(Cow::Borrowed(text))
}

fn optional<'t>(id: Option<NodeId>) -> Part<'t> {
    id.map_or(word("_"), Part::Node)
}

fn body_parts<'t>(body: Body<'t>) -> Vec<Part<'t>> {
    match body {
        Body::None => vec![word("none")],
        Body::Arrow(statement) => vec![word("=>"), Part::Node(statement)],
        Body::Statements(statements) => vec![Part::Block(statements)],
    }
}

fn leaf(view: &View) -> &'static str {
    match view {
        View::Bool { value: true } => "true",
        View::Bool { value: false } => "false",
        View::Null => "null",
        View::Uninit => "uninit",
        View::Context => "context",
        View::Here { what: Here::File } => "#file",
        View::Here { what: Here::Line } => "#line",
        View::Here { what: Here::CallerLocation } => "#caller-location",
        _ => "..",
    }
}

fn part_parts<'t>(view: &View<'t>) -> Option<Vec<Part<'t>>> {
    use Part::{Each, Group, Node};
    Some(match *view {
        View::Distinct { ty } => vec![word("distinct"), Node(ty)],
        View::TypeAlias { ty } => vec![word("#type"), Node(ty)],
        View::Generic { name, ty } => vec![word("generic"), Node(name), optional(ty)],
        View::Parameter { name, ty, is_variadic, default } => {
            let mut parts = vec![word(if is_variadic { "variadic" } else { "param" }), Node(name), optional(ty)];
            parts.extend(default.map(Node));
            parts
        }
        View::Result { name, ty } => match name {
            Some(name) => vec![word("result"), Node(name), Node(ty)],
            None => vec![word("result"), Node(ty)],
        },
        View::Capture { name, by_place } => vec![word(if by_place { "capture&" } else { "capture" }), Node(name)],
        View::Field { names, ty, value, attributes } => {
            vec![word("field"), Group(names), optional(ty), optional(value), Each(attributes)]
        }
        View::Using { name, ty } => vec![word("using"), Node(name), Node(ty)],
        View::Member { name, value, attributes } => {
            vec![word("member"), Node(name), optional(value), Each(attributes)]
        }
        View::Attribute { name, arguments } => {
            vec![Part::Word(format!("#{name}").into()), Each(arguments)]
        }
        _ => return None,
    })
}

fn statement_parts<'t>(view: &View<'t>) -> Option<Vec<Part<'t>>> {
    use Part::{Block, Each, Group, Node};
    Some(match *view {
        View::If { head, then, otherwise } => {
            let mut parts = vec![word("if"), Node(head), Block(then)];
            if let Some(otherwise) = otherwise {
                parts.extend([word("else"), Block(otherwise)]);
            }
            parts
        }
        View::While { label, head, body } => vec![word("while"), optional(label), Node(head), Block(body)],
        View::For { label, by_place, name, second, iterable, body } => {
            let head = if by_place { "for&" } else { "for" };
            vec![word(head), optional(label), Node(name), optional(second), Node(iterable), Block(body)]
        }
        View::Block { label, body } => vec![word("block"), optional(label), Block(body)],
        View::Match { label, value, arms } => vec![word("match"), optional(label), Node(value), Block(arms)],
        View::Arm { patterns, guard, body } => {
            let mut parts = vec![word("case"), Group(patterns)];
            if let Some(guard) = guard {
                parts.extend([word("if"), Node(guard)]);
            }
            parts.extend(body_parts(body));
            parts
        }
        View::Pattern { value, binding, by_place } => {
            let mut parts = pattern_parts(value);
            if let Some(binding) = binding {
                parts.extend([word(if by_place { "as&" } else { "as" }), Node(binding)]);
            }
            parts
        }
        View::Binding { names, value } => vec![word("bind"), Group(names), Node(value)],
        View::With { context, body } => vec![word("with"), Node(context), Block(body)],
        View::StaticFor { name, iterable, body } => vec![word("#for"), Node(name), Node(iterable), Block(body)],
        View::NoBoundsChecks { block } => vec![word("#no-bounds-checks"), Node(block)],
        View::Assign { operator, places, values } => {
            let text = operator.map_or("=".to_owned(), |operator| format!("{}=", binary_text(operator)));
            vec![Part::Word(text.into()), Group(places), Each(values)]
        }
        _ => return None,
    })
}

fn flow_parts<'t>(view: &View<'t>) -> Option<Vec<Part<'t>>> {
    use Part::{Each, Node};
    Some(match *view {
        View::Defer { statement } => vec![word("defer"), Node(statement)],
        View::Return { is_tail, values } => vec![word(if is_tail { "return-tail" } else { "return" }), Each(values)],
        View::Break { label } => vec![word("break"), optional(label)],
        View::Continue { label } => vec![word("continue"), optional(label)],
        View::Give { value } => vec![word("=>"), Node(value)],
        _ => return None,
    })
}

fn pattern_parts<'t>(value: PatternValue) -> Vec<Part<'t>> {
    match value {
        PatternValue::Anything => vec![word("pattern"), word("_")],
        PatternValue::Value(value) => vec![word("pattern"), Part::Node(value)],
        PatternValue::Range { low, high, inclusive } => {
            vec![word(if inclusive { "..=" } else { "..<" }), Part::Node(low), Part::Node(high)]
        }
    }
}

fn expression_parts<'t>(view: &View<'t>) -> Vec<Part<'t>> {
    use Part::{Block, Each, Group, Node};
    match *view {
        View::ImplicitMember { name } => vec![word("."), Node(name)],
        View::BareBrace { arguments } => vec![word("{}"), Each(arguments)],
        View::Parenthesized { value } => vec![word("paren"), Node(value)],
        View::Dot { base, name } => vec![word("."), Node(base), Node(name)],
        View::Dereference { base } => vec![word("@"), Node(base)],
        View::Call { callee, arguments } => vec![word("call"), Node(callee), Each(arguments)],
        View::Index { base, arguments } => vec![word("index"), Node(base), Each(arguments)],
        View::Brace { base, arguments } => vec![word("brace"), Node(base), Each(arguments)],
        View::NamedArgument { name, value } => vec![word("named"), Node(name), Node(value)],
        View::Spread { value } => vec![word("spread"), Node(value)],
        View::Range { low, high, inclusive } => {
            vec![word(if inclusive { "..=" } else { "..<" }), optional(low), optional(high)]
        }
        View::Binary { operator, left, right } => vec![word(binary_text(operator)), Node(left), Node(right)],
        View::OrElse { value, otherwise } => vec![word("or_else"), Node(value), Node(otherwise)],
        View::OrReturn { value } => vec![word("or_return"), Node(value)],
        View::OrBreak { value, label } => vec![word("or_break"), Node(value), optional(label)],
        View::OrContinue { value, label } => vec![word("or_continue"), Node(value), optional(label)],
        View::Prefix { operator, value } => vec![word(prefix_text(operator)), Node(value)],
        View::Ifx { condition, then, otherwise } => {
            vec![word("ifx"), Node(condition), Block(then), word("else"), Block(otherwise)]
        }
        View::ProcedureType { abi, parameters, results } => {
            vec![word("type-of"), word(procedure_text(abi)), Group(parameters), word("->"), Group(results)]
        }
        View::Run { value } => vec![word("#run"), Node(value)],
        View::Embed { path } => vec![word("#embed"), Node(path)],
        View::Config { arguments } => vec![word("#config"), Each(arguments)],
        View::Asm { arguments, results } => vec![word("#asm"), Each(arguments), word("->"), Group(results)],
        _ => vec![word("<error>")],
    }
}

fn procedure_text(abi: Abi) -> &'static str {
    match abi {
        Abi::Hubbub => "proc",
        Abi::C => "c-proc",
        Abi::Closure => "closure",
    }
}

fn operator_text(operator: OperatorName) -> &'static str {
    match operator {
        OperatorName::Binary(operator) => binary_text(operator),
        OperatorName::Complement => "~",
        OperatorName::Index => "[]",
        OperatorName::IndexAssign => "[]=",
        OperatorName::IndexPlace => "&[]",
    }
}

fn prefix_text(operator: PrefixOperator) -> &'static str {
    match operator {
        PrefixOperator::Negate => "-",
        PrefixOperator::Not => "!",
        PrefixOperator::Complement => "~",
        PrefixOperator::AddressOf => "&",
        PrefixOperator::Pointer => "*",
    }
}

fn binary_text(operator: BinaryOperator) -> &'static str {
    operator.text()
}
