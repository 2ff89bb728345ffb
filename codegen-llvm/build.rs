//! Compiles `cpp/emit.cpp` against the LLVM that llvm-sys links.
#![allow(clippy::disallowed_methods, reason = "build scripts read the environment")]

use std::path::PathBuf;

fn main() {
    println!("cargo:rerun-if-changed=cpp/emit.cpp");
    println!("cargo:rerun-if-env-changed=LLVM_SYS_221_PREFIX");
    let prefix = PathBuf::from(std::env::var_os("LLVM_SYS_221_PREFIX").unwrap_or_else(|| "/usr/lib/llvm-22".into()));
    let mut build = cc::Build::new();
    build.cpp(true).std("c++17").file("cpp/emit.cpp").include(prefix.join("include"));
    build.flag("-fno-exceptions").define("__STDC_LIMIT_MACROS", None).define("__STDC_CONSTANT_MACROS", None);
    build.warnings(false).opt_level(1).debug(false);
    // LLVM's own compiler is there wherever its libraries are; `CXX` wins.
    let clang = prefix.join("bin/clang++");
    if std::env::var_os("CXX").is_none() && clang.exists() {
        build.compiler(clang);
    }
    build.compile("hubbub_emit");
}
