// expect: -- ifx_block
// expect: 1 2
// expect: -- modules_exist
// expect: 3 true 2
// expect: -- literals_in_generic_body
// expect: 4 4.5
// expect: -- no_newline_heritage
// expect: 1
// expect: -- heritage_int_bool
// expect: 3 true x
// expect: -- uninit_2
// expect: 3
// expect: -- pointer_forms
// expect: 3 4
// expect: -- grammar_labels_on_all
// expect: 012 ok
// expect: -- grammar_enum_members_one_line
// expect: C
// expect: -- grammar_struct_one_line
// expect: 3
// expect: -- union_one_line
// expect: b(2)
// expect: -- static_if_at_top
// expect: linux 3
// expect: -- for_blocks_in_exprs
// expect: [1, 2] 3
// expect: -- type_expr_as_value
// expect: Pointer{Int} (Int) -> Bool Maybe{String}
// expect: -- deep_nesting_of_else_if
// expect: 3
// expect: -- for_unrolled
// expect: x=1 y=2.5 |
// expect: -- no_bounds_checks
// expect: 3
// expect: -- spread_in_literal
// expect: 3
// expect: -- call_on_type_with_args_in_expression
// expect: 5 5
// expect: -- pattern_type_with_args
// expect: l
// expect: -- pattern_negative
// expect: neg |
// expect: -- operators_for_pairs_of_built_in_types
// expect: 3 ab

// Rules of the language, a module each.

ifx_block :: #import "ifx_block"
modules_exist :: #import "modules_exist"
literals_in_generic_body :: #import "literals_in_generic_body"
no_newline_heritage :: #import "no_newline_heritage"
heritage_int_bool :: #import "heritage_int_bool"
uninit_2 :: #import "uninit_2"
pointer_forms :: #import "pointer_forms"
grammar_labels_on_all :: #import "grammar_labels_on_all"
grammar_enum_members_one_line :: #import "grammar_enum_members_one_line"
grammar_struct_one_line :: #import "grammar_struct_one_line"
union_one_line :: #import "union_one_line"
static_if_at_top :: #import "static_if_at_top"
for_blocks_in_exprs :: #import "for_blocks_in_exprs"
type_expr_as_value :: #import "type_expr_as_value"
deep_nesting_of_else_if :: #import "deep_nesting_of_else_if"
for_unrolled :: #import "for_unrolled"
no_bounds_checks :: #import "no_bounds_checks"
spread_in_literal :: #import "spread_in_literal"
call_on_type_with_args_in_expression :: #import "call_on_type_with_args_in_expression"
pattern_type_with_args :: #import "pattern_type_with_args"
pattern_negative :: #import "pattern_negative"
operators_for_pairs_of_built_in_types :: #import "operators_for_pairs_of_built_in_types"

main :: ()
    print("-- ifx_block\n")
    ifx_block.run()
    print("-- modules_exist\n")
    modules_exist.run()
    print("-- literals_in_generic_body\n")
    literals_in_generic_body.run()
    print("-- no_newline_heritage\n")
    _ = no_newline_heritage.run()
    print("-- heritage_int_bool\n")
    heritage_int_bool.run()
    print("-- uninit_2\n")
    uninit_2.run()
    print("-- pointer_forms\n")
    pointer_forms.run()
    print("-- grammar_labels_on_all\n")
    grammar_labels_on_all.run()
    print("-- grammar_enum_members_one_line\n")
    grammar_enum_members_one_line.run()
    print("-- grammar_struct_one_line\n")
    grammar_struct_one_line.run()
    print("-- union_one_line\n")
    union_one_line.run()
    print("-- static_if_at_top\n")
    static_if_at_top.run()
    print("-- for_blocks_in_exprs\n")
    for_blocks_in_exprs.run()
    print("-- type_expr_as_value\n")
    type_expr_as_value.run()
    print("-- deep_nesting_of_else_if\n")
    deep_nesting_of_else_if.run()
    print("-- for_unrolled\n")
    for_unrolled.run()
    print("-- no_bounds_checks\n")
    no_bounds_checks.run()
    print("-- spread_in_literal\n")
    spread_in_literal.run()
    print("-- call_on_type_with_args_in_expression\n")
    call_on_type_with_args_in_expression.run()
    print("-- pattern_type_with_args\n")
    pattern_type_with_args.run()
    print("-- pattern_negative\n")
    pattern_negative.run()
    print("-- operators_for_pairs_of_built_in_types\n")
    operators_for_pairs_of_built_in_types.run()
end
