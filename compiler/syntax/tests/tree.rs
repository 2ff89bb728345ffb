//! What a tree can be asked besides its views: names, values, ranges, documentation, tokens.

use hubbub_syntax::tree::view::{LiteralKind, View};
use hubbub_syntax::{Literal, NodeId, Tree, parse_text};

fn parsed(text: &str) -> Tree {
    let parsed = parse_text(text);
    assert_eq!(parsed.errors, [], "\n{text}");
    parsed.tree
}

/// The first node whose text is `source`, outermost first.
fn node(tree: &Tree, source: &str) -> NodeId {
    let mut found = (0..tree.node_count() as u32).map(NodeId).filter(|id| id.0 > 0 && tree.source(*id) == source);
    found.next_back().unwrap_or_else(|| panic!("no node is {source}"))
}

fn name_of_first(text: &str) -> String {
    let tree = parsed(text);
    let View::Constant { name, .. } = tree.view(tree.items()[0]) else { panic!("not a constant") };
    let View::Name { name } = tree.view(name) else { panic!("not a name") };
    name.as_str().to_owned()
}

#[test]
fn names() {
    assert_eq!(name_of_first("ba-mươi-sáu :: 36"), "ba-mươi-sáu");
    assert_eq!(name_of_first("_x-y_z :: 1"), "_x-y_z");
    assert_eq!(name_of_first("end-of-line :: 1"), "end-of-line");
    // composed and decomposed are one name
    assert_eq!(name_of_first("e\u{301}t\u{e9} :: 1"), "\u{e9}t\u{e9}");
    assert_eq!(name_of_first("a_name_of_more_than_sixteen_bytes :: 1"), "a_name_of_more_than_sixteen_bytes");
    assert_eq!(name_of_first("sixteen_bytes_ab :: 1"), "sixteen_bytes_ab");
}

#[test]
fn hyphens() {
    let tree = parsed("x :: f(x)->y\n".replace("->y", " - y").as_str());
    assert_eq!(tree.dump().trim_end(), "(:: x _ (- (call f x) y))");
    assert_eq!(parsed("f :: () -> T => a\n").dump().trim_end(), "(:: f _ (proc [] -> [(result T)] => a))");
    assert_eq!(parsed("f :: ()->T=>a\n").dump().trim_end(), "(:: f _ (proc [] -> [(result T)] => a))");
    assert_eq!(parsed("f :: ()\nx-=1;end").dump().replace('\n', ""), "(:: f _ (proc [] -> []  (-= [x] 1)))");
}

#[test]
fn literals() {
    let tree = parsed("x :: f(1_000, 0xff, 1.5, 'a', \"\\x41b\", `r\\`)");
    let literal = |source: &str| tree.literal(node(&tree, source));
    assert_eq!(literal("1_000"), Literal::Integer(1000));
    assert_eq!(literal("0xff"), Literal::Integer(255));
    assert_eq!(literal("'a'"), Literal::Rune('a'));
    assert_eq!(literal("\"\\x41b\""), Literal::String(b"Ab".to_vec().into()));
    assert_eq!(literal("`r\\`"), Literal::String(b"r\\".to_vec().into()));
    assert_eq!(literal("f"), Literal::Invalid);
    assert_eq!(tree.view(node(&tree, "1.5")), View::Literal { kind: LiteralKind::Float });
}

#[test]
fn ranges() {
    let text = "f :: (a: Int) -> Int // why\n    return g(a, {1, 2}).b@\nend // that is all\nx := 3";
    let tree = parsed(text);
    let whole: Vec<&str> = tree.items().iter().map(|item| tree.source(*item)).collect();
    assert_eq!(whole, [text[..text.find(" // that").unwrap()].to_owned(), "x := 3".to_owned()]);
    for source in ["g(a, {1, 2}).b@", "g(a, {1, 2}).b", "g(a, {1, 2})", "{1, 2}", "a: Int", "return g(a, {1, 2}).b@"] {
        node(&tree, source);
    }
    assert_eq!(tree.start(tree.items()[1]) as usize, text.find("x := 3").unwrap());
}

#[test]
fn documentation() {
    let tree = parsed(
        "#!/bin/hubbubc\n//! The module,\n//! in two lines.\n\n// no doc\n/// One.\n///  Two.\nf :: () end\n/// Over a blank line.\n\ng :: () end\n\
         //// Nor this.\nh :: () end\nS :: struct\n    /// A field.\n    a: Int // b\n    b: Int\nend\nr :: `\n/// raw`\ns :: 1",
    );
    assert_eq!(tree.module_doc().as_deref(), Some("The module,\nin two lines."));
    let docs: Vec<Option<String>> = tree.items().iter().map(|item| tree.doc(*item)).collect();
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(docs, [text("One.\n Two."), text("Over a blank line."), None, None, None, None]);
    assert_eq!(tree.doc(node(&tree, "a: Int")), text("A field."));
    assert_eq!(tree.doc(node(&tree, "b: Int")), None);
}

#[test]
fn procedures_that_end_at_once() {
    let tree =
        parsed("a :: (n: Int) end\nb :: (n: Int)\nend\nc :: (n: Int); end\nd :: () => f()\ne :: () -> Int #inline end");
    let at_once: Vec<bool> = (tree.items().iter())
        .map(|item| match tree.view(*item) {
            View::Constant { value, .. } => tree.ends_at_once(value),
            _ => false,
        })
        .collect();
    assert_eq!(at_once, [true, false, false, false, true]);
}

#[test]
fn byte_order_mark_and_line_ends() {
    for text in ["\u{feff}x :: 1\r\ny :: 2\r\n", "\u{feff}#!shell\nx :: 1\ny :: 2", "x :: 1\ry :: 2"] {
        assert_eq!(parsed(text).items().len(), 2, "{text:?}");
    }
    assert_eq!(parsed("").items(), []);
    assert_eq!(parsed("#!only").items(), []);
}

#[test]
fn tokens_as_text() {
    let tree = parsed("x :: f(1)\n  .b");
    let expected = "0 Name \"x\" first\n2 ColonColon \"::\"\n5 Name \"f\"\n6 LeftParen \"(\" glued\n7 Integer \"1\" glued\n\
                    8 RightParen \")\" glued\n12 Dot \".\" first\n13 Name \"b\" glued\n14 EndOfFile \"\" first\n";
    assert_eq!(tree.dump_tokens(), expected);
}
