//! MIR: a control-flow graph of typed locals, places and rvalues, small enough to print and to read.
//!
//! It is free of generics and of the checker's types, has explicit checks, explicit `defer` edges and an explicit context,
//! and is read by the interpreter and by the code generator alike. Start with [`data::body`].

pub mod build;
pub mod data;
pub mod float;
pub mod lower;
pub mod parse;
pub mod print;
pub mod slim;
pub mod verify;
pub mod words;

pub use build::BodyBuilder;
pub use data::body::{
    BasicBlock, BinaryOp, Block, Body, Callee, CastKind, Check, Constant, ConstantId, Intrinsic, Local, LocalId,
    Operand, Place, PlaceBase, Projection, Rvalue, Statement, Terminator, UnaryOp,
};
pub use data::program::{
    Aggregate, AggregateKind, Field, Global, InlineHint, Linkage, Member, Procedure, Program, Relocation, StaticData,
};
pub use data::ty::{Abi, Signature, Ty, TyData};
