//! Resolves imports once all modules are collected.
