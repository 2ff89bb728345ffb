//! Tests of a module: its procedures with `#test`, and the program that runs one of them, by its number.
//!
//! The program is a module that imports the tested one. Each test runs in a process of its own, so that a panic fails that test only; starting
//! them is the command's part. Start with [`Tests::find`].

use std::path::Path;

use hubbub_base::{SourceFile, SourceMap};
use hubbub_diagnostics::Diagnostic;
use hubbub_syntax::{NodeId, Tree, View};

use crate::files;

/// The tests of a module.
#[derive(Debug, Default)]
pub struct Tests {
    /// In the order of the file.
    pub tests: Vec<Test>,
    /// Why there are none.
    pub diagnostics: Vec<Diagnostic>,
    /// The file, for the diagnostics.
    pub sources: SourceMap,
}

/// One test.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Test {
    /// Its procedure.
    pub procedure: String,
    /// What people call it: the text behind `#test`, else the procedure's name.
    pub title: String,
}

impl Tests {
    /// Looks for the tests of a file.
    pub fn find(path: &Path) -> Self {
        let mut found = Self::default();
        let parsed = match files::parse(path) {
            Ok(parsed) => parsed,
            Err(problem) => {
                found.diagnostics.push(*problem);
                return found;
            }
        };
        if parsed.errors.is_empty() {
            found.tests = parsed.tree.items().iter().filter_map(|item| test(&parsed.tree, *item)).collect();
        } else {
            let source = SourceFile::new(path.display().to_string(), parsed.tree.text().clone());
            let file = found.sources.files.push(source);
            found.diagnostics.extend(parsed.diagnostics(file));
        }
        found
    }

    /// The program that runs the test whose number is its argument.
    pub fn program(&self, module: &str) -> String {
        let mut text = format!("Tested :: #import \"{module}\"\n\nmain :: (arguments: Slice{{String}})\n");
        text.push_str("    match arguments[1]\n");
        for (number, test) in self.tests.iter().enumerate() {
            text.push_str(&format!("    case \"{number}\" => Tested.{}()\n", test.procedure));
        }
        text.push_str("    else\n    end\nend\n");
        text
    }
}

fn test(tree: &Tree, item: NodeId) -> Option<Test> {
    let View::Constant { name, value, attributes: outer, .. } = tree.view(item) else { return None };
    let View::Procedure { attributes, .. } = tree.view(value) else { return None };
    let procedure = tree.source(name).to_owned();
    let title = attributes.iter().chain(outer).find_map(|attribute| match tree.view(*attribute) {
        View::Attribute { name, arguments } if name.as_str() == "test" => {
            let title = arguments.first().map(|text| tree.source(*text).trim_matches(['"', '`']).to_owned());
            Some(title.unwrap_or_else(|| procedure.clone()))
        }
        _ => None,
    })?;
    Some(Test { procedure, title })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_found_in_their_order() {
        let text = b"a :: () #test\nend\nb :: () => a()\nc :: () #test \"c is well\"\nend\n";
        let parsed = hubbub_syntax::parse(text);
        let tests: Vec<Test> = parsed.tree.items().iter().filter_map(|item| test(&parsed.tree, *item)).collect();
        let titles: Vec<&str> = tests.iter().map(|test| test.title.as_str()).collect();
        assert_eq!(titles, ["a", "c is well"]);
        let program = Tests { tests, ..Tests::default() }.program("m");
        assert!(program.contains("case \"1\" => Tested.c()"), "{program}");
    }
}
