//! What stands for a type at run time, the Prelude's `Type_Info`: its address is the type.
//!
//! Name, size and alignment are always there; the procedure that shows values, and the description of the type's parts, which lead to the
//! information of other types, only in programs that ask for them. The layouts are those of the Prelude's structs.

use hubbub_base::Name;
use hubbub_sema::data::types::{TypeId, TypeKind};

use super::session::{News, Session, Wanted};
use super::statics;
use crate::data::program::{Global, Linkage, Relocation, StaticData};
use crate::data::ty::{Ty, TyData};

/// Bytes of the part that is always there: up to the predicates' answers.
const HEAD_BYTES: u64 = 48;
/// Bytes of a `Type_Info`.
const WHOLE_BYTES: u64 = 136;
/// Bytes of a `Field_Info` and of a `Member_Info`.
const FIELD_BYTES: u64 = 56;
const MEMBER_BYTES: u64 = 24;
const WORD_BYTES: u64 = 8;

/// The global of a type.
pub(super) fn global(session: &Session<'_>, ty: TypeId, news: &mut News) -> Global {
    let name = session.source.type_name(ty);
    let mut info = Writer { session, news, data: StaticData::default() };
    info.string(0, name.as_bytes());
    let layout = session.source.layout(ty);
    info.number(16, layout.map_or(0, |layout| layout.size));
    info.number(24, layout.map_or(0, |layout| u64::from(layout.align)));
    let format = if session.options.any_formats { session.source.any_format(ty) } else { None };
    if let Some(format) = format {
        info.want(32, Wanted::Procedure(format));
    }
    info.number(40, session.source.type_answers(ty));
    let is_whole = session.options.type_parts;
    if is_whole {
        info.parts(ty);
    }
    let data = info.data;
    let length = if is_whole { WHOLE_BYTES } else { HEAD_BYTES } / WORD_BYTES;
    let words = Ty::new(TyData::Array { element: Ty::int(64, false), length });
    let symbol = session.root(Wanted::TypeInformation(ty));
    Global {
        symbol,
        name: Some(Name::new(&name)),
        ty: words,
        align: words.align().max(1),
        data,
        is_constant: true,
        is_thread_local: false,
        linkage: Linkage::Internal,
    }
}

struct Writer<'w, 's> {
    session: &'w Session<'s>,
    news: &'w mut News,
    data: StaticData,
}

impl Writer<'_, '_> {
    fn number(&mut self, offset: u64, number: u64) {
        let (start, end) = (offset as usize, offset as usize + WORD_BYTES as usize);
        if self.data.bytes.len() < end {
            self.data.bytes.resize(end, 0);
        }
        if let Some(place) = self.data.bytes.get_mut(start..end) {
            place.copy_from_slice(&number.to_le_bytes());
        }
    }

    fn address(&mut self, offset: u64, symbol: Name) {
        self.number(offset, 0);
        self.data.relocations.push(Relocation { offset, symbol, addend: 0 });
    }

    fn want(&mut self, offset: u64, wanted: Wanted) {
        let symbol = self.session.want(wanted, self.news);
        self.address(offset, symbol);
    }

    fn ty(&mut self, offset: u64, ty: TypeId) {
        self.want(offset, Wanted::TypeInformation(ty));
    }

    fn string(&mut self, offset: u64, text: &[u8]) {
        if !text.is_empty() {
            self.address(offset, statics::add_string(self.session, text));
        }
        self.number(offset + WORD_BYTES, text.len() as u64);
    }

    /// A slice of so many elements, each written by `write` at its offset.
    fn slice(
        &mut self,
        offset: u64,
        (count, size): (usize, u64),
        mut write: impl FnMut(&mut Writer<'_, '_>, usize, u64),
    ) {
        let mut elements = Writer { session: self.session, news: self.news, data: StaticData::default() };
        for index in 0..count {
            write(&mut elements, index, index as u64 * size);
        }
        let data = elements.data;
        if count > 0 {
            let length = count as u64 * size / WORD_BYTES;
            let words = Ty::new(TyData::Array { element: Ty::int(64, false), length });
            let symbol = statics::add(self.session, data, words);
            self.address(offset, symbol);
        }
        self.number(offset + WORD_BYTES, count as u64);
    }

    fn types(&mut self, offset: u64, types: &[TypeId]) {
        self.slice(offset, (types.len(), WORD_BYTES), |writer, index, at| {
            if let Some(ty) = types.get(index) {
                writer.ty(at, *ty);
            }
        });
    }

    fn parts(&mut self, ty: TypeId) {
        let source = self.session.source;
        let kind = source.kind(ty);
        let is_signed = matches!(kind, TypeKind::Int { signed: true, .. });
        self.number(48, kind_number(kind) | u64::from(is_signed) << 32);
        let length = match kind {
            TypeKind::Array { length, .. } | TypeKind::Soa { length, .. } => *length,
            TypeKind::Simd { lanes, .. } => u64::from(*lanes),
            _ => 0,
        };
        self.number(56, length);
        self.ty(64, source.type_element(ty));
        if matches!(kind, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Maybe(_)) {
            self.fields(ty);
        }
        if let (TypeKind::Enum(_), Some(members)) = (kind, source.members(ty)) {
            self.slice(88, (members.members.len(), MEMBER_BYTES), |writer, index, at| {
                let Some((name, value, _)) = members.members.get(index) else { return };
                writer.string(at, name.as_str().as_bytes());
                writer.number(at + 16, *value as u64);
            });
        }
        match kind {
            TypeKind::Procedure(procedure) => {
                self.types(104, &procedure.parameters);
                self.types(120, &procedure.results);
            }
            _ => self.types(104, &source.type_arguments(ty)),
        }
    }

    fn fields(&mut self, ty: TypeId) {
        let source = self.session.source;
        let (Some(fields), Some(layout)) = (source.fields(ty), source.layout(ty)) else { return };
        self.slice(72, (fields.fields.len(), FIELD_BYTES), |writer, index, at| {
            let Some(field) = fields.fields.get(index) else { return };
            writer.string(at, field.name.as_str().as_bytes());
            writer.ty(at + 16, field.ty);
            writer.number(at + 24, layout.offsets.get(index).copied().unwrap_or(0));
            writer.number(at + 32, index as u64);
            writer.string(at + 40, field.tag.map_or("", Name::as_str).as_bytes());
        });
    }
}

/// The member of the Prelude's `Type_Kind`.
fn kind_number(kind: &TypeKind) -> u64 {
    match kind {
        TypeKind::Int { .. } => 0,
        TypeKind::Float { .. } => 1,
        TypeKind::Bool => 2,
        TypeKind::Rune => 3,
        TypeKind::Never => 5,
        TypeKind::String => 6,
        TypeKind::CString => 7,
        TypeKind::Pointer(_) => 8,
        TypeKind::Array { .. } => 9,
        TypeKind::Slice(_) => 10,
        TypeKind::Simd { .. } => 11,
        TypeKind::Soa { .. } => 12,
        TypeKind::Procedure(_) => 13,
        TypeKind::Struct(_) => 14,
        TypeKind::Enum(_) => 15,
        TypeKind::Union(_) => 16,
        TypeKind::Distinct(_) => 17,
        TypeKind::Maybe(_) => 18,
        TypeKind::Any => 19,
        TypeKind::Type => 20,
        _ => 4,
    }
}
