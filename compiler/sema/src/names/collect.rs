//! Collects the declarations of a module.
