//! What module `Postgres` of Hubbub programs takes from the crate postgres: an archive of its own, which only programs that import that module
//! are linked with.
//!
//! The program holds connections, statements, results and failures by their addresses and gives each of them back. Parameters travel as text, which the
//! server reads as the type that it wants; values come in the server's binary forms, which `value` makes numbers and texts of. All memory
//! comes from the program's allocator that was current when the connection was opened, see `memory`. Start reading at `entries`.

mod connect;
mod entries;
mod failure;
mod memory;
mod parameter;
mod value;
