//! Brings in the sources of C libraries for the sysroot: `scripts/build` takes the archives that their build scripts make.
#![no_std]
