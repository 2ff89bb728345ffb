//! YAML as the parser's events say and the core schema of YAML 1.2 reads them, written down without a look at the standard library.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Tag};
use serde_json::{Map, Value};

/// Nodes that aliases may stand for; texts of the cases are far from it.
const DEPTH_MAX: usize = 500;

/// The documents of a text, or nothing where one is wrong.
pub fn documents(text: &str) -> Option<Vec<Value>> {
    let mut events = Vec::new();
    for event in Parser::new_from_str(text) {
        events.push(event.ok()?.0);
    }
    let mut anchors = HashMap::new();
    for (at, event) in events.iter().enumerate() {
        if let Some(anchor) = event.anchor_id() {
            anchors.insert(anchor, at);
        }
    }
    let mut builder = Builder { events: &events, anchors, open: Vec::new() };
    let mut documents = Vec::new();
    let mut at = 0;
    while at < events.len() {
        if let Event::DocumentStart(..) = events[at] {
            documents.push(builder.value(&mut (at + 1))?);
        }
        at += 1;
    }
    Some(documents)
}

struct Builder<'e> {
    events: &'e [Event<'e>],
    anchors: HashMap<usize, usize>,
    /// Nodes that are being read: an alias of one of these is endless.
    open: Vec<usize>,
}

impl Builder<'_> {
    fn value(&mut self, at: &mut usize) -> Option<Value> {
        let start = *at;
        if self.open.len() > DEPTH_MAX {
            return None;
        }
        *at += 1;
        match &self.events[start] {
            Event::Alias(anchor) => {
                let target = *self.anchors.get(anchor)?;
                if self.open.contains(&target) {
                    return None;
                }
                self.value(&mut { target })
            }
            Event::Scalar(text, style, _, tag) => scalar(text, *style, tag.as_deref()),
            Event::SequenceStart(..) => {
                self.open.push(start);
                let mut items = Vec::new();
                while self.events[*at] != Event::SequenceEnd {
                    items.push(self.value(at)?);
                }
                *at += 1;
                self.open.pop();
                Some(Value::Array(items))
            }
            Event::MappingStart(..) => {
                self.open.push(start);
                let mapping = self.mapping(at);
                self.open.pop();
                mapping.map(Value::Object)
            }
            _ => None,
        }
    }

    /// Own entries win over merged ones, and of several sources the first.
    fn mapping(&mut self, at: &mut usize) -> Option<Map<String, Value>> {
        let (mut own, mut merged): (Map<_, _>, Map<_, _>) = (Map::new(), Map::new());
        let mut written = Vec::new();
        while self.events[*at] != Event::MappingEnd {
            if matches!(&self.events[*at], Event::Scalar(text, ScalarStyle::Plain, ..) if text == "<<") {
                *at += 1;
                for (key, value) in self.sources(at)? {
                    merged.insert(key, value);
                }
                continue;
            }
            let is_alias = matches!(self.events[*at], Event::Alias(_));
            let key = self.key(at)?;
            if !is_alias && written.contains(&key) {
                return None;
            }
            if !is_alias {
                written.push(key.clone());
            }
            let value = self.value(at)?;
            own.insert(key, value);
        }
        *at += 1;
        for (key, value) in merged {
            own.entry(key).or_insert(value);
        }
        Some(own)
    }

    fn sources(&mut self, at: &mut usize) -> Option<Map<String, Value>> {
        let is_list = matches!(self.events[*at], Event::SequenceStart(..));
        match self.value(at)? {
            Value::Object(map) => Some(map),
            Value::Array(maps) if is_list => {
                let mut all = Map::new();
                for map in maps.into_iter().rev() {
                    all.extend(map.as_object()?.clone());
                }
                Some(all)
            }
            _ => None,
        }
    }

    fn key(&mut self, at: &mut usize) -> Option<String> {
        let mut event = &self.events[*at];
        *at += 1;
        if let Event::Alias(anchor) = event {
            event = &self.events[*self.anchors.get(anchor)?];
        }
        match event {
            Event::Scalar(text, ..) => Some(text.to_string()),
            _ => None,
        }
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Option<Value> {
    let plain = core(text);
    let core_tag = tag.and_then(Tag::core_suffix);
    match core_tag {
        Some("str" | "seq" | "map") => return Some(Value::String(text.to_owned())),
        Some("null") => return (plain == Value::Null).then_some(plain),
        Some("bool") => return plain.is_boolean().then_some(plain),
        Some("int") => return (plain.is_i64() || is_digits(text)).then_some(plain),
        Some("float") => {
            // Infinities and NaN are null in JSON's numbers: see `oracle`.
            return plain.as_f64().or_else(|| special(text)).map(float);
        }
        _ => {}
    }
    let is_other_core = tag.is_some_and(|tag| tag.handle() == "tag:yaml.org,2002:");
    let is_marked = tag.is_some_and(|tag| {
        tag.handle() == "!" && tag.suffix().is_empty() || tag.handle().is_empty() && tag.suffix() == "!"
    });
    if style == ScalarStyle::Plain && !is_other_core && !is_marked {
        Some(plain)
    } else {
        Some(Value::String(text.to_owned()))
    }
}

/// A float that JSON has no number for is its bits as a text that no document has.
fn float(x: f64) -> Value {
    serde_json::Number::from_f64(x).map_or_else(
        || Value::String(format!("\u{1}{:x}", if x.is_nan() { f64::NAN } else { x }.to_bits())),
        Value::Number,
    )
}

fn is_digits(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn special(text: &str) -> Option<f64> {
    match text {
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Some(f64::INFINITY),
        "-.inf" | "-.Inf" | "-.INF" => Some(f64::NEG_INFINITY),
        ".nan" | ".NaN" | ".NAN" => Some(f64::NAN),
        _ => None,
    }
}

/// The core schema, chapter 10.3.2.
fn core(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    if let Some(x) = special(text) {
        return float(x);
    }
    for (prefix, base) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = text.strip_prefix(prefix)
            && !digits.is_empty()
            && digits.chars().all(|digit| digit.is_digit(base))
        {
            return i64::from_str_radix(digits, base).map_or_else(
                |_| {
                    float(
                        digits
                            .chars()
                            .fold(0.0, |x, digit| x * f64::from(base) + f64::from(digit.to_digit(base).unwrap_or(0))),
                    )
                },
                Value::from,
            );
        }
    }
    if is_digits(text) {
        return text.parse::<i64>().map_or_else(|_| float(text.parse().unwrap_or(f64::NAN)), Value::from);
    }
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_float = digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-'));
    match text.parse::<f64>() {
        Ok(x) if is_float => float(x),
        _ => Value::String(text.to_owned()),
    }
}
