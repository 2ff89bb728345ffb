//! What compile-time execution leaves behind: objects with all pointers between them.
//!
//! A value of compile time is a tree of constants as long as nothing has made memory for it. Objects that were made may point to each
//! other in circles and into the middle, so they are kept together in one [`Graph`], and addresses name them by number.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use super::types::InstanceId;
use super::value::{Address, Static, Target};
use crate::session::Sema;

/// The objects that one execution has left behind: circles, shared parts, pointers into the middle. A piece is known by the
/// graph's maker and its number, so every value that leads to it leads to the same memory.
#[derive(Debug)]
pub struct Graph {
    /// The declaration whose value it is, or in which its `#run` stands.
    pub owner: InstanceId,
    /// Where the expression stands that made it: a declaration may hold several.
    pub at: u32,
    /// The objects, in the order in which they are reached.
    pub pieces: Vec<Piece>,
    /// Tells contents apart, equally in every run of the compiler: an expression may be evaluated several times (`#for`).
    pub fingerprint: u128,
}

/// An object of a [`Graph`].
#[derive(PartialEq, Eq, Debug)]
pub struct Piece {
    /// Its contents; addresses of pieces of the same graph are [`Target::Inner`].
    pub data: Static,
    /// Its size in bytes.
    pub size: u64,
    /// Its alignment in bytes.
    pub align: u32,
    /// Whether it is read-only.
    pub is_constant: bool,
}

impl Graph {
    /// A graph of these objects.
    pub fn new(sema: &Sema, owner: InstanceId, at: u32, pieces: Vec<Piece>) -> Self {
        let mut print = Fingerprint { sema, hash: FNV_BASIS };
        for piece in &pieces {
            print.number(piece.size);
            print.number(u64::from(piece.align) << 1 | u64::from(piece.is_constant));
            print.data(&piece.data, 0);
        }
        let fingerprint = print.hash;
        Self { owner, at, pieces, fingerprint }
    }
}

impl PartialEq for Graph {
    fn eq(&self, other: &Self) -> bool {
        let is_alike = (self.owner, self.at, self.fingerprint) == (other.owner, other.at, other.fingerprint);
        is_alike && (std::ptr::eq(self, other) || self.pieces == other.pieces)
    }
}

impl Eq for Graph {}

impl Hash for Graph {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.owner, self.at, self.fingerprint).hash(state);
    }
}

/// Literals within literals that are looked into.
const DEPTH_MAX: u32 = 512;
const FNV_BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// FNV-1a of what does not depend on the order in which threads number things.
struct Fingerprint<'s> {
    sema: &'s Sema,
    hash: u128,
}

impl Fingerprint<'_> {
    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.hash = (self.hash ^ u128::from(*byte)).wrapping_mul(FNV_PRIME);
        }
    }

    fn number(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    fn text(&mut self, kind: u64, text: &str) {
        self.number(kind);
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    fn data(&mut self, data: &Static, depth: u32) {
        self.number(data.bytes.len() as u64);
        self.bytes(&data.bytes);
        self.number(data.addresses.len() as u64);
        for Address { offset, target, addend } in &data.addresses {
            self.number(*offset);
            self.number(*addend);
            self.target(target, depth);
        }
    }

    fn target(&mut self, target: &Target, depth: u32) {
        match target {
            Target::Procedure(instance) => self.text(0, &self.sema.symbol(*instance)),
            Target::Entry(instance) => self.text(1, &self.sema.symbol(*instance)),
            Target::Variable(instance) => self.text(2, &self.sema.symbol(*instance)),
            Target::Type(ty) => self.text(3, &self.sema.type_name(*ty)),
            Target::Data { data, .. } if depth < DEPTH_MAX => {
                self.number(4);
                self.data(&Arc::clone(data), depth + 1);
            }
            Target::Data { .. } => self.number(4),
            Target::Piece { graph, index } => {
                self.text(5, &self.sema.symbol(graph.owner));
                self.number(u64::from(*index));
                self.bytes(&graph.fingerprint.to_le_bytes());
            }
            Target::Inner(index) => self.number(6 + u64::from(*index)),
        }
    }
}
