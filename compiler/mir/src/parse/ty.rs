//! Types in the text form.
//!
//! Sizes are checked here, so that [`Ty::size`] never overflows and nothing asks for absurd memory.

use hubbub_base::limits::{TYPE_BYTES_MAX, TYPE_DEPTH_MAX};

use super::lexer::TokenKind;
use super::{Nominal, Parsed, Parser};
use crate::data::ty::{Abi, Signature, Ty, TyData};
use crate::words;

/// Lanes of a vector: far above any register.
const LANES_MAX: u32 = 4_096;
/// Alignment of a type: a page is the most that anybody aligns to.
pub const ALIGN_MAX: u32 = 1 << 16;

impl Parser<'_> {
    pub(super) fn ty(&mut self) -> Parsed<Ty> {
        self.ty_within(TYPE_DEPTH_MAX)
    }

    fn ty_within(&mut self, depth: u32) -> Parsed<Ty> {
        let Some(depth) = depth.checked_sub(1) else { return self.fail("a type that is not nested so deeply") };
        if self.take("*") {
            return Ok(Ty::pointer_to(self.ty_within(depth)?));
        }
        if self.take("[") {
            return self.array(depth);
        }
        if self.take("<") {
            return self.vector(depth);
        }
        if self.at_word("proc") || self.at_word("cproc") {
            return Ok(Ty::new(TyData::Procedure(self.signature_within(depth)?)));
        }
        if let Some(ty) = self.plain_ty() {
            self.bump();
            return Ok(ty);
        }
        self.nominal()
    }

    fn plain_ty(&self) -> Option<Ty> {
        if self.peek() != TokenKind::Word {
            return None;
        }
        match self.peek_text() {
            "bool" => Some(Ty::bool()),
            "rune" => Some(Ty::new(TyData::Rune)),
            "ptr" => Some(Ty::pointer()),
            word => match words::number_type(word)? {
                ('f', bits) => Some(Ty::new(TyData::Float { bits })),
                (kind, bits) => Some(Ty::int(bits, kind == 'i')),
            },
        }
    }

    fn array(&mut self, depth: u32) -> Parsed<Ty> {
        let at = self.here();
        let element = self.ty_within(depth)?;
        self.require(";")?;
        let length: u64 = self.integer("a length")?;
        self.require("]")?;
        if element.size().checked_mul(length).is_none_or(|size| size > TYPE_BYTES_MAX) {
            return self.fail_at(at, "an array that is too big");
        }
        Ok(Ty::new(TyData::Array { element, length }))
    }

    fn vector(&mut self, depth: u32) -> Parsed<Ty> {
        let at = self.here();
        let element = self.ty_within(depth)?;
        self.require(";")?;
        let lanes: u32 = self.integer("a number of lanes")?;
        self.require(">")?;
        if !is_lane(element) || lanes == 0 || lanes > LANES_MAX {
            return self.fail_at(at, "a vector that cannot be");
        }
        Ok(Ty::new(TyData::Vector { element, lanes }))
    }

    /// A type by its name: as defined, or as written behind `#`.
    fn nominal(&mut self) -> Parsed<Ty> {
        let at = self.here();
        if !matches!(self.peek(), TokenKind::Word | TokenKind::Quoted) {
            return self.fail("a type");
        }
        let name = self.name()?;
        if self.take("#") {
            if self.take("(") {
                let (size, align) = self.size_and_align()?;
                return Ok(Ty::new(TyData::Aggregate { name, size, align }));
            }
            return match self.word_value(words::number_type, "a backing type")? {
                ('f', _) => self.fail_at(at, "an enum backed by a float"),
                (kind, bits) => Ok(Ty::new(TyData::Enum { name, bits, signed: kind == 'i' })),
            };
        }
        match self.nominals.get(&name) {
            Some(Nominal::Enum { bits }) => Ok(Ty::new(TyData::Enum { name, bits: *bits, signed: true })),
            Some(Nominal::Aggregate { size, align }) => {
                Ok(Ty::new(TyData::Aggregate { name, size: *size, align: *align }))
            }
            Some(Nominal::Odd) => self.fail_at(at, "an enum whose definition does not say what it is stored as"),
            None => self.fail_at(at, format!("a type without a definition: `{name}`")),
        }
    }

    fn size_and_align(&mut self) -> Parsed<(u64, u32)> {
        let size = self.size()?;
        self.require(",")?;
        let align = self.align()?;
        self.require(")")?;
        Ok((size, align))
    }

    pub(super) fn size(&mut self) -> Parsed<u64> {
        let at = self.here();
        let size = self.integer("a size")?;
        if size > TYPE_BYTES_MAX { self.fail_at(at, "a size that is too big") } else { Ok(size) }
    }

    pub(super) fn align(&mut self) -> Parsed<u32> {
        let at = self.here();
        let align: u32 = self.integer("an alignment")?;
        if align.is_power_of_two() && align <= ALIGN_MAX {
            Ok(align)
        } else {
            self.fail_at(at, "an alignment that is no power of two up to 65536")
        }
    }

    pub(super) fn signature(&mut self) -> Parsed<Signature> {
        self.signature_within(TYPE_DEPTH_MAX)
    }

    fn signature_within(&mut self, depth: u32) -> Parsed<Signature> {
        let abi = if self.take_word("cproc") { Abi::C } else { Abi::Hubbub };
        if abi == Abi::Hubbub {
            self.expect_word("proc")?;
        }
        self.require("(")?;
        let mut is_variadic = false;
        let parameters = self.list(")", |this| {
            if is_variadic {
                return this.fail("`)`");
            }
            is_variadic = this.take("...");
            if is_variadic { Ok(None) } else { this.ty_within(depth).map(Some) }
        })?;
        let parameters = parameters.into_iter().flatten().collect();
        let results = if !self.take("->") {
            Box::default()
        } else if self.take("(") {
            self.list(")", |this| this.ty_within(depth))?.into_boxed_slice()
        } else {
            Box::new([self.ty_within(depth)?])
        };
        Ok(Signature { abi, parameters, results, is_variadic })
    }
}

/// Whether a vector can have lanes of this type.
pub fn is_lane(ty: Ty) -> bool {
    !matches!(ty.data(), TyData::Array { .. } | TyData::Aggregate { .. } | TyData::Vector { .. })
}
