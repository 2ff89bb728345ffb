//! From file names to modules: reads files, parses them and follows their imports.
