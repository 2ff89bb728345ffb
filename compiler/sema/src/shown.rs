//! Values of compile time as text, for messages: as `{:?}` writes them, members of enums with their point, long things cut short.
//!
//! Formats that types give themselves play no part: a message shows what is there.

use std::sync::Arc;

use hubbub_base::Name;
use num_traits::ToPrimitive;

use crate::data::graph::Graph;
use crate::data::types::{TypeId, TypeKind};
use crate::data::value::{Static, Target, TypedValue, Value};
use crate::session::Sema;

/// Structs and pointers within each other that are shown.
const DEPTH_MAX: u32 = 5;
/// Elements of an array or slice that are shown.
const ELEMENTS_MAX: u64 = 16;
/// Bytes of the text.
const BYTES_MAX: usize = 600;
const WORD_BYTES: u64 = 8;

impl Sema {
    /// A value as text; `None` where there is nothing to show.
    pub fn shown(&self, value: &TypedValue) -> Option<String> {
        let mut show = Show { sema: self, graph: None, text: String::new() };
        show.value(value, 0)?;
        if show.text.len() > BYTES_MAX {
            let end = show.text.floor_char_boundary(BYTES_MAX);
            show.text.truncate(end);
            show.text.push('…');
        }
        Some(show.text)
    }
}

struct Show<'s> {
    sema: &'s Sema,
    /// What [`Target::Inner`] numbers.
    graph: Option<Arc<Graph>>,
    text: String,
}

impl Show<'_> {
    fn add(&mut self, text: &str) -> Option<()> {
        self.text.push_str(text);
        Some(())
    }

    fn value(&mut self, value: &TypedValue, depth: u32) -> Option<()> {
        if depth > DEPTH_MAX || self.text.len() > BYTES_MAX {
            return self.add("…");
        }
        match &value.value {
            Value::Integer(integer) => self.integer(value.ty, integer.to_i128(), &integer.to_string()),
            Value::Float(bits) => self.add(&format!("{:?}", f64::from_bits(*bits))),
            Value::Bool(holds) => self.add(&holds.to_string()),
            Value::String(bytes) => self.add(&format!("{:?}", String::from_utf8_lossy(bytes))),
            Value::Type(ty) => self.add(&self.sema.type_name(*ty)),
            Value::Null => self.add("null"),
            Value::Procedure(instance) => self.add(&format!("`{}`", self.sema.instance_name(*instance))),
            Value::Static(data) => self.bytes(data, value.ty, depth),
            Value::Zero => self.zero(value.ty, depth),
            Value::ExactFloat(_) | Value::NegativeZero | Value::Parameter { .. } | Value::Dependent => None,
        }
    }

    fn zero(&mut self, ty: TypeId, depth: u32) -> Option<()> {
        match self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::Int { .. } | TypeKind::Rune | TypeKind::Enum(_) => self.integer(ty, Some(0), "0"),
            TypeKind::Float { .. } => self.add("0.0"),
            TypeKind::Bool => self.add("false"),
            TypeKind::String => self.add("\"\""),
            TypeKind::Pointer(_) | TypeKind::Procedure(_) | TypeKind::CString | TypeKind::Type => self.add("null"),
            TypeKind::Any => self.add("zero"),
            _ => self.bytes(&Static::default(), ty, depth),
        }
    }

    fn integer(&mut self, ty: TypeId, number: Option<i128>, text: &str) -> Option<()> {
        match self.sema.kind(self.sema.base_of(ty)) {
            TypeKind::Enum(_) => {
                let members = &self.sema.members(self.sema.base_of(ty))?.members;
                let member = members.iter().find(|(_, other, _)| Some(*other) == number);
                let text = member.map_or_else(|| text.to_owned(), |(name, ..)| format!(".{name}"));
                self.add(&text)
            }
            TypeKind::Rune => {
                let rune = number.and_then(|number| char::from_u32(number as u32));
                self.add(&rune.map_or_else(|| text.to_owned(), |rune| format!("{rune:?}")))
            }
            _ => self.add(text),
        }
    }

    /// What lies in memory as `data`.
    fn bytes(&mut self, data: &Static, ty: TypeId, depth: u32) -> Option<()> {
        let ty = self.sema.base_of(ty);
        match *self.sema.kind(ty) {
            TypeKind::Struct(_) => self.structure(data, ty, depth),
            TypeKind::Union(_) | TypeKind::Maybe(_) => self.union(data, ty, depth),
            TypeKind::Array { element, length } => self.elements(data, 0, (element, length), depth),
            TypeKind::Simd { element, lanes } => self.elements(data, 0, (element, u64::from(lanes)), depth),
            TypeKind::Slice(element) => {
                let length = number_at(data, WORD_BYTES);
                match self.pointed_at(data) {
                    Some((piece, start)) => self.elements(&piece, start, (element, length), depth),
                    None => self.add("[]"),
                }
            }
            TypeKind::Pointer(pointee) => match self.pointed_at(data) {
                Some((piece, start)) if self.sema.layout(pointee).is_some_and(|layout| layout.size > 0) => {
                    self.add("&");
                    self.part(&piece, start, pointee, depth + 1)
                }
                _ => self.address(data),
            },
            _ => self.address(data),
        }
    }

    fn part(&mut self, data: &Static, offset: u64, ty: TypeId, depth: u32) -> Option<()> {
        match self.sema.part_of(data, offset, ty) {
            Some(part) => self.value(&part, depth),
            None => self.add("…"),
        }
    }

    fn structure(&mut self, data: &Static, ty: TypeId, depth: u32) -> Option<()> {
        let (fields, layout) = (self.sema.fields(ty)?, self.sema.layout(ty)?);
        self.add(&format!("{}{{", self.sema.type_name(ty)));
        for (index, (field, offset)) in fields.fields.iter().zip(&layout.offsets).enumerate() {
            self.add(if index > 0 { ", " } else { "" });
            self.add(&format!("{} = ", field.name));
            self.part(data, *offset, field.ty, depth + 1)?;
        }
        self.add("}")
    }

    /// The current member with its payload.
    fn union(&mut self, data: &Static, ty: TypeId, depth: u32) -> Option<()> {
        let (fields, layout) = (self.sema.fields(ty)?, self.sema.layout(ty)?);
        let tag = match layout.tag_offset {
            Some(offset) => number_at(data, offset) & (u64::MAX >> (64 - layout.tag_bits.clamp(1, 64))),
            None if matches!(self.sema.kind(ty), TypeKind::Maybe(_)) => u64::from(!data.addresses.is_empty()),
            None => return self.add("a raw union"),
        };
        let field = fields.fields.get(tag as usize)?;
        self.add(field.name.as_str());
        if field.ty == self.sema.types.void || field.name == Name::new("none") {
            return Some(());
        }
        self.add("(");
        self.part(data, layout.offsets.get(tag as usize).copied().unwrap_or(0), field.ty, depth + 1)?;
        self.add(")")
    }

    fn elements(&mut self, data: &Static, start: u64, (element, length): (TypeId, u64), depth: u32) -> Option<()> {
        let size = self.sema.layout(element)?.size;
        self.add("[");
        for index in 0..length.min(ELEMENTS_MAX) {
            self.add(if index > 0 { ", " } else { "" });
            self.part(data, start + index * size, element, depth + 1)?;
        }
        if length > ELEMENTS_MAX {
            self.add(&format!(", … {} more", length - ELEMENTS_MAX));
        }
        self.add("]")
    }

    /// The data to which the first address leads, and where in it.
    fn pointed_at(&mut self, data: &Static) -> Option<(Arc<Static>, u64)> {
        let address = data.addresses.first().filter(|address| address.offset == 0)?;
        let piece =
            |graph: &Arc<Graph>, index: u32| graph.pieces.get(index as usize).map(|piece| Arc::new(piece.data.clone()));
        let data = match &address.target {
            Target::Data { data, .. } => Arc::clone(data),
            Target::Piece { graph, index } => {
                self.graph = Some(Arc::clone(graph));
                piece(graph, *index)?
            }
            Target::Inner(index) => piece(self.graph.as_ref()?, *index)?,
            _ => return None,
        };
        Some((data, address.addend))
    }

    /// An address of something that has a name, or nothing is known of.
    fn address(&mut self, data: &Static) -> Option<()> {
        let text = match data.addresses.first().map(|address| &address.target) {
            Some(Target::Procedure(instance) | Target::Entry(instance)) => {
                format!("`{}`", self.sema.instance_name(*instance))
            }
            Some(Target::Variable(instance)) => format!("&{}", self.sema.instance_name(*instance)),
            Some(Target::Type(ty)) => self.sema.type_name(*ty),
            _ => "…".to_owned(),
        };
        self.add(&text)
    }
}

fn number_at(data: &Static, offset: u64) -> u64 {
    let byte = |index: u64| data.bytes.get((offset + index) as usize).copied().unwrap_or(0);
    (0..WORD_BYTES).rev().fold(0, |number, index| number << 8 | u64::from(byte(index)))
}
