//! Links the compiler at a fixed place: LLVM's tables hold tens of thousands of addresses, and a program that may be put anywhere
//! fills them in whenever it starts.
#![allow(clippy::disallowed_methods, reason = "build scripts read the environment")]

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        println!("cargo:rustc-link-arg-bins=-no-pie");
    }
}
