// expect: -- kebab
// expect: 7 3 12 5
// expect: 1 -1 2
// expect: 6 2
// expect: -- kebab_arrow
// expect: 5
// expect: -- kebab_number
// expect: -1 3 x -1
// expect: -- kebab_num2
// expect: -1 1
// expect: -- nested_comments
// expect: 1
// expect: -- newlines2
// expect: 3 3 6 true 7
// expect: 12
// expect: -- block_in_brackets
// expect: 7 2
// expect: -- closure_in_brackets
// expect: 6 3
// expect: -- statement_match_block_or
// expect: two
// expect: in
// expect: 3
// expect: -- statement_or_else_value
// expect: 1
// expect: -- same_line
// expect: 1 2
// expect: a
// expect: 0 1 2 |
// expect: -- same_line_else
// expect: b
// expect: c
// expect: d
// expect: -- ident_xid
// expect: 1 2 3 4
// expect: -- numbers
// expect: 12000 255 15 10 3735928559
// expect: 1.5 20000000000.0 0.0015 12.0
// expect: 7 1000000
// expect: -- range_points
// expect: 1 2 3 |
// expect: 4
// expect: -- runes
// expect: a 10 128512 39 92 0 65 e9
// expect: -- strings
// expect: tab	q"x' back\ A é 😀
// expect: 3 0 255
// expect: raw \n "x" 'y'
// expect: second
// expect: -- keyword_hyphen
// expect: 1 2 3
// expect: -- directives_hyphen
// expect: 3 3
// expect: -- doc_comments
// expect: 1
// expect: -- bool_not_keyword_lower
// expect: true false
// expect: -- trailing_commas
// expect: 3 [1, 2] 5
// expect: -- stmt_semicolons
// expect: 3
// expect: -- where_on_next_line
// expect: 9
// expect: -- dot_next_line_comment
// expect: 2
// expect: -- no_last_newline
// expect: x
// expect: -- enum_dot_on_new_line
// expect: true
// expect: -- unicode_nfc
// expect: 3

// Rules of the language, a module each.

kebab :: #import "kebab"
kebab_arrow :: #import "kebab_arrow"
kebab_number :: #import "kebab_number"
kebab_num2 :: #import "kebab_num2"
nested_comments :: #import "nested_comments"
newlines2 :: #import "newlines2"
block_in_brackets :: #import "block_in_brackets"
closure_in_brackets :: #import "closure_in_brackets"
statement_match_block_or :: #import "statement_match_block_or"
statement_or_else_value :: #import "statement_or_else_value"
same_line :: #import "same_line"
same_line_else :: #import "same_line_else"
ident_xid :: #import "ident_xid"
numbers :: #import "numbers"
range_points :: #import "range_points"
runes :: #import "runes"
strings :: #import "strings"
keyword_hyphen :: #import "keyword_hyphen"
directives_hyphen :: #import "directives_hyphen"
doc_comments :: #import "doc_comments"
bool_not_keyword_lower :: #import "bool_not_keyword_lower"
trailing_commas :: #import "trailing_commas"
stmt_semicolons :: #import "stmt_semicolons"
where_on_next_line :: #import "where_on_next_line"
dot_next_line_comment :: #import "dot_next_line_comment"
no_last_newline :: #import "no_last_newline"
enum_dot_on_new_line :: #import "enum_dot_on_new_line"
unicode_nfc :: #import "unicode_nfc"

main :: ()
    print("-- kebab\n")
    _ = kebab.run()
    print("-- kebab_arrow\n")
    kebab_arrow.run()
    print("-- kebab_number\n")
    kebab_number.run()
    print("-- kebab_num2\n")
    kebab_num2.run()
    print("-- nested_comments\n")
    nested_comments.run()
    print("-- newlines2\n")
    newlines2.run()
    print("-- block_in_brackets\n")
    block_in_brackets.run()
    print("-- closure_in_brackets\n")
    closure_in_brackets.run()
    print("-- statement_match_block_or\n")
    statement_match_block_or.run()
    print("-- statement_or_else_value\n")
    statement_or_else_value.run()
    print("-- same_line\n")
    same_line.run()
    print("-- same_line_else\n")
    same_line_else.run()
    print("-- ident_xid\n")
    ident_xid.run()
    print("-- numbers\n")
    numbers.run()
    print("-- range_points\n")
    range_points.run()
    print("-- runes\n")
    runes.run()
    print("-- strings\n")
    strings.run()
    print("-- keyword_hyphen\n")
    keyword_hyphen.run()
    print("-- directives_hyphen\n")
    directives_hyphen.run()
    print("-- doc_comments\n")
    doc_comments.run()
    print("-- bool_not_keyword_lower\n")
    bool_not_keyword_lower.run()
    print("-- trailing_commas\n")
    trailing_commas.run()
    print("-- stmt_semicolons\n")
    _ = stmt_semicolons.run()
    print("-- where_on_next_line\n")
    where_on_next_line.run()
    print("-- dot_next_line_comment\n")
    dot_next_line_comment.run()
    print("-- no_last_newline\n")
    no_last_newline.run()
    print("-- enum_dot_on_new_line\n")
    enum_dot_on_new_line.run()
    print("-- unicode_nfc\n")
    unicode_nfc.run()
end
