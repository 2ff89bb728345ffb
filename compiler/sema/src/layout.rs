//! Size, alignment and offsets of types, as the target has them: C's rules for 64-bit machines.
//!
//! A tagged union has its payload at offset 0 and its tag behind it; `Maybe{Pointer{T}}` is one word.

use hubbub_base::limits::{TYPE_BYTES_MAX, TYPE_DEPTH_MAX};
use hubbub_diagnostics::{Diagnostic, Kind};

use crate::data::types::{Fields, InstanceId, Layout, TypeAttributes, TypeId, TypeKind};
use crate::demand::Question;
use crate::session::Sema;

const WORD_BYTES: u64 = 8;

impl Sema {
    /// The layout of a type; `None` after an error, for types that have none (literals, parameters), and for types that
    /// contain themselves.
    pub fn layout(&self, ty: TypeId) -> Option<&Layout> {
        let facts = self.facts(ty);
        if facts.is_dependent || facts.has_error {
            return None;
        }
        let cell = &self.types.entry(ty)?.layout;
        let layout = self.demand(Question::Layout(ty), cell, || self.compute_layout(ty).map(Box::new));
        layout.map(|layout| &**layout)
    }

    fn compute_layout(&self, ty: TypeId) -> Option<Layout> {
        match *self.kind(ty) {
            TypeKind::Int { bits, .. } | TypeKind::Float { bits } => Some(scalar(u64::from(bits) / 8)),
            TypeKind::Bool => Some(scalar(1)),
            TypeKind::Rune => Some(scalar(4)),
            TypeKind::Void | TypeKind::Never => Some(plain(0, 1)),
            TypeKind::CString | TypeKind::Pointer(_) | TypeKind::Type => Some(scalar(WORD_BYTES)),
            TypeKind::Procedure(ref procedure) => {
                let is_closure = procedure.abi == hubbub_syntax::tree::view::Abi::Closure;
                Some(if is_closure { words(2) } else { words(1) })
            }
            TypeKind::String | TypeKind::Slice(_) | TypeKind::Any => Some(words(2)),
            TypeKind::Array { element, length } => self.array(element, length),
            TypeKind::Simd { element, lanes } => self.simd(element, lanes),
            TypeKind::Soa { element, length } => self.soa(element, length),
            TypeKind::Struct(instance) => self.struct_layout(instance, self.fields(ty)?),
            TypeKind::Union(instance) => self.union_layout(instance, self.fields(ty)?),
            TypeKind::Maybe(inner) => self.maybe(inner),
            TypeKind::Enum(_) => self.layout(self.members(ty)?.backing).cloned(),
            TypeKind::Distinct(_) => self.layout(self.distinct_base(ty)?).cloned(),
            _ => None,
        }
    }

    fn array(&self, element: TypeId, length: u64) -> Option<Layout> {
        let element = self.layout(element)?;
        let size = element.size.checked_mul(length).filter(|size| *size <= TYPE_BYTES_MAX)?;
        Some(Layout { depth: element.depth + 1, ..plain(size, element.align) })
    }

    /// A power of two of bytes up to 64, aligned to itself.
    fn simd(&self, element: TypeId, lanes: u32) -> Option<Layout> {
        let size = self.layout(element)?.size.checked_mul(u64::from(lanes))?.next_power_of_two();
        Some(plain(size, size.min(64) as u32))
    }

    fn soa(&self, element: TypeId, length: u64) -> Option<Layout> {
        let Some(fields) = self.fields(self.base_of(element)) else { return self.array(element, length) };
        let mut builder = Builder::default();
        for field in &fields.fields {
            let layout = self.layout(field.ty)?;
            builder.add(layout.size.checked_mul(length)?, layout.align)?;
            builder.depth = builder.depth.max(layout.depth + 1);
        }
        builder.finish()
    }

    fn struct_layout(&self, instance: InstanceId, fields: &Fields) -> Option<Layout> {
        let attributes = fields.attributes;
        let mut builder = Builder { align: 1, ..Builder::default() };
        for field in &fields.fields {
            let layout = self.layout(field.ty)?;
            let align = if attributes.is_packed { 1 } else { layout.align }.max(field.align);
            if builder.add(layout.size, align).is_none() {
                return self.too_large(instance);
            }
            builder.depth = builder.depth.max(layout.depth + 1);
        }
        if u32::from(builder.depth) > TYPE_DEPTH_MAX {
            return self.too_deep(instance);
        }
        builder.align = builder.align.max(attributes.align);
        builder.finish().or_else(|| self.too_large(instance))
    }

    fn union_layout(&self, instance: InstanceId, fields: &Fields) -> Option<Layout> {
        let (mut size, mut depth) = (0, 0);
        let mut align = fields.attributes.align.max(1);
        for field in &fields.fields {
            let layout = self.layout(field.ty)?;
            size = size.max(layout.size);
            depth = depth.max(layout.depth + 1);
            align = align.max(if fields.attributes.is_packed { 1 } else { layout.align });
        }
        if u32::from(depth) > TYPE_DEPTH_MAX {
            return self.too_deep(instance);
        }
        let cases = fields.fields.len();
        let union = Union { payload_size: size, align, cases, depth, attributes: fields.attributes };
        union.layout().or_else(|| self.too_large(instance))
    }

    fn maybe(&self, inner: TypeId) -> Option<Layout> {
        let payload = self.layout(inner)?;
        if matches!(self.kind(inner), TypeKind::Pointer(_)) {
            return Some(Layout { offsets: [0, 0].into(), tag_bits: 0, ..words(1) });
        }
        let attributes = TypeAttributes::default();
        let depth = payload.depth + 1;
        Union { payload_size: payload.size, align: payload.align, cases: 2, depth, attributes }.layout()
    }

    fn too_deep<T>(&self, instance: InstanceId) -> Option<T> {
        let decl = self.instance(instance).decl;
        let message = format!("`{}` nests values more than {TYPE_DEPTH_MAX} deep", self.instance_name(instance));
        self.report(Diagnostic::new(Kind::InstanceLimit, self.decl_span(decl), message));
        None
    }

    fn too_large<T>(&self, instance: InstanceId) -> Option<T> {
        let decl = self.instance(instance).decl;
        let message = format!("`{}` is larger than {TYPE_BYTES_MAX} bytes", self.instance_name(instance));
        self.report(Diagnostic::new(Kind::LiteralDoesNotFit, self.decl_span(decl), message));
        None
    }
}

fn plain(size: u64, align: u32) -> Layout {
    Layout { size, align, offsets: Box::default(), tag_offset: None, tag_bits: 0, depth: 0 }
}

fn scalar(size: u64) -> Layout {
    plain(size, size as u32)
}

fn words(count: u64) -> Layout {
    let offsets = (0..count).map(|word| word * WORD_BYTES).collect();
    Layout { offsets, ..plain(count * WORD_BYTES, WORD_BYTES as u32) }
}

fn aligned(offset: u64, align: u32) -> u64 {
    offset.next_multiple_of(u64::from(align.max(1)))
}

/// Fields one behind the other.
#[derive(Default)]
struct Builder {
    offsets: Vec<u64>,
    size: u64,
    align: u32,
    depth: u16,
}

impl Builder {
    fn add(&mut self, size: u64, align: u32) -> Option<()> {
        let offset = aligned(self.size, align);
        self.size = offset.checked_add(size).filter(|size| *size <= TYPE_BYTES_MAX)?;
        self.align = self.align.max(align);
        self.offsets.push(offset);
        Some(())
    }

    fn finish(self) -> Option<Layout> {
        let align = self.align.max(1);
        let size = aligned(self.size, align);
        (size <= TYPE_BYTES_MAX).then(|| Layout {
            offsets: self.offsets.into(),
            depth: self.depth,
            ..plain(size, align)
        })
    }
}

/// What a union's layout follows from.
struct Union {
    payload_size: u64,
    align: u32,
    cases: usize,
    depth: u16,
    attributes: TypeAttributes,
}

impl Union {
    fn layout(self) -> Option<Layout> {
        let offsets = vec![0; self.cases].into();
        if self.attributes.is_raw {
            return Some(Layout {
                offsets,
                depth: self.depth,
                ..plain(aligned(self.payload_size, self.align), self.align)
            });
        }
        let tag_bits: u16 = match self.cases {
            0..=0x100 => 8,
            0x101..=0x1_0000 => 16,
            _ => 32,
        };
        let tag_align = if self.attributes.is_packed { 1 } else { u32::from(tag_bits / 8) };
        let tag_offset = aligned(self.payload_size, tag_align);
        let align = self.align.max(tag_align);
        let size = aligned(tag_offset + u64::from(tag_bits / 8), align);
        let layout = Layout { size, align, offsets, tag_offset: Some(tag_offset), tag_bits, depth: self.depth };
        (size <= TYPE_BYTES_MAX).then_some(layout)
    }
}
