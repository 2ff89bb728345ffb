// expect: -- precedence
// expect: 7 9 14 true true 3 false
// expect: true 6 1 -1 2 -4
// expect: -- bits_vs_compare
// expect: true false
// expect: -- shift_and_plus
// expect: 16 9
// expect: -- range_precedence
// expect: 4 5 6 7 |
// expect: -- same_level_bits
// expect: 6 7 24
// expect: -- or_else_right
// expect: 3 5 1
// expect: -- prefix
// expect: -3 false -4 3 4 true
// expect: -- not_in
// expect: true
// expect: -- postfix_deref_chain
// expect: 5 5 7
// expect: -- neg_deref
// expect: -5 -6
// expect: -- mixed_operands
// expect: Int true i32 Int
// expect: -- neg_on_unsigned
// expect: 253
// expect: -- shift_by_any_type
// expect: 32 8 u8
// expect: -- x_brace_update
// expect: 1 9
// expect: -- update_through_pointer
// expect: 1 9
// expect: -- update_of_call_result
// expect: 1 9
// expect: -- arrays_literals
// expect: 3 [1, 2, 3] [[1, 2], [3, 4]] [1, 2] 6
// expect: -- array_of_structs_literal
// expect: 6 [P{x = 1, y = 2}, P{x = 0, y = 4}]
// expect: -- empty_array_lit
// expect: 0 [0, 0]
// expect: -- ifx_2
// expect: 1 b 3 30
// expect: -- ifx_literal_meets_typed
// expect: 3 u8
// expect: -- ifx_literals_mixed
// expect: Int |
// expect: -- ifx_expected_conversion_each_arm
// expect: 1 2
// expect: -- ifx_arm_never
// expect: 4
// expect: -- ifx_arm_returns
// expect: 4
// expect: -- block_value
// expect: 12 5
// expect: -- arrow_innermost_expression_only
// expect: 7
// expect: -- match_stmt_in_block_expr_arm_arrow_is_statement
// expect: hi 5
// expect: -- match_expr_arm_with_in_multi_statement
// expect: 9 1
// expect: -- ufcs
// expect: 4 5 6 7 8
// expect: -- ufcs_x_before_x
// expect: value
// expect: -- ufcs_through_pointer
// expect: pointer value
// expect: -- t_m_members
// expect: 1 2 3
// expect: -- sizes
// expect: 8 8 4 8 16 4 Int
// expect: -- type_of_not_evaluated
// expect: Int 0
// expect: -- order
// expect: f g h |
// expect: [7, 0]
// expect: -- swap
// expect: 2 1 [2, 1, 3] 1 [1, 9, 3]
// expect: -- swap_places_first
// expect: 1 [5, 0]
// expect: -- args_left_to_right_named
// expect: b a 21
// expect: -- short_circuit
// expect: 1 2 false true
// expect: -- op_place_once
// expect: f [5, 0]
// expect: -- in_range_once
// expect: f true
// expect: -- context_as_struct_value
// expect: 3 0
// expect: -- slice_literal_lifetime
// expect: 6
// expect: -- generic_proc_type_args_as_value
// expect: 3 x
// expect: -- match_trailing_expression_operators
// expect: 5
// expect: -- parens_newline
// expect: 6
// expect: -- literal_brace_newline
// expect: P{x = 1, y = 2}
// expect: -- nested_struct_literal_named
// expect: 3
// expect: -- string_compare
// expect: true true false true
// expect: -- or_else_is_loosest
// expect: 4 true

// Rules of the language, a module each.

precedence :: #import "precedence"
bits_vs_compare :: #import "bits_vs_compare"
shift_and_plus :: #import "shift_and_plus"
range_precedence :: #import "range_precedence"
same_level_bits :: #import "same_level_bits"
or_else_right :: #import "or_else_right"
prefix :: #import "prefix"
not_in :: #import "not_in"
postfix_deref_chain :: #import "postfix_deref_chain"
neg_deref :: #import "neg_deref"
mixed_operands :: #import "mixed_operands"
neg_on_unsigned :: #import "neg_on_unsigned"
shift_by_any_type :: #import "shift_by_any_type"
x_brace_update :: #import "x_brace_update"
update_through_pointer :: #import "update_through_pointer"
update_of_call_result :: #import "update_of_call_result"
arrays_literals :: #import "arrays_literals"
array_of_structs_literal :: #import "array_of_structs_literal"
empty_array_lit :: #import "empty_array_lit"
ifx_2 :: #import "ifx_2"
ifx_literal_meets_typed :: #import "ifx_literal_meets_typed"
ifx_literals_mixed :: #import "ifx_literals_mixed"
ifx_expected_conversion_each_arm :: #import "ifx_expected_conversion_each_arm"
ifx_arm_never :: #import "ifx_arm_never"
ifx_arm_returns :: #import "ifx_arm_returns"
block_value :: #import "block_value"
arrow_innermost_expression_only :: #import "arrow_innermost_expression_only"
match_stmt_in_block_expr_arm_arrow_is_statement :: #import "match_stmt_in_block_expr_arm_arrow_is_statement"
match_expr_arm_with_in_multi_statement :: #import "match_expr_arm_with_in_multi_statement"
ufcs :: #import "ufcs"
ufcs_x_before_x :: #import "ufcs_x_before_x"
ufcs_through_pointer :: #import "ufcs_through_pointer"
t_m_members :: #import "t_m_members"
sizes :: #import "sizes"
type_of_not_evaluated :: #import "type_of_not_evaluated"
order :: #import "order"
swap :: #import "swap"
swap_places_first :: #import "swap_places_first"
args_left_to_right_named :: #import "args_left_to_right_named"
short_circuit :: #import "short_circuit"
op_place_once :: #import "op_place_once"
in_range_once :: #import "in_range_once"
context_as_struct_value :: #import "context_as_struct_value"
slice_literal_lifetime :: #import "slice_literal_lifetime"
generic_proc_type_args_as_value :: #import "generic_proc_type_args_as_value"
match_trailing_expression_operators :: #import "match_trailing_expression_operators"
parens_newline :: #import "parens_newline"
literal_brace_newline :: #import "literal_brace_newline"
nested_struct_literal_named :: #import "nested_struct_literal_named"
string_compare :: #import "string_compare"
or_else_is_loosest :: #import "or_else_is_loosest"

main :: ()
    print("-- precedence\n")
    precedence.run()
    print("-- bits_vs_compare\n")
    bits_vs_compare.run()
    print("-- shift_and_plus\n")
    shift_and_plus.run()
    print("-- range_precedence\n")
    range_precedence.run()
    print("-- same_level_bits\n")
    same_level_bits.run()
    print("-- or_else_right\n")
    or_else_right.run()
    print("-- prefix\n")
    prefix.run()
    print("-- not_in\n")
    not_in.run()
    print("-- postfix_deref_chain\n")
    postfix_deref_chain.run()
    print("-- neg_deref\n")
    neg_deref.run()
    print("-- mixed_operands\n")
    mixed_operands.run()
    print("-- neg_on_unsigned\n")
    neg_on_unsigned.run()
    print("-- shift_by_any_type\n")
    shift_by_any_type.run()
    print("-- x_brace_update\n")
    x_brace_update.run()
    print("-- update_through_pointer\n")
    update_through_pointer.run()
    print("-- update_of_call_result\n")
    update_of_call_result.run()
    print("-- arrays_literals\n")
    arrays_literals.run()
    print("-- array_of_structs_literal\n")
    array_of_structs_literal.run()
    print("-- empty_array_lit\n")
    empty_array_lit.run()
    print("-- ifx_2\n")
    ifx_2.run()
    print("-- ifx_literal_meets_typed\n")
    ifx_literal_meets_typed.run()
    print("-- ifx_literals_mixed\n")
    ifx_literals_mixed.run()
    print("-- ifx_expected_conversion_each_arm\n")
    ifx_expected_conversion_each_arm.run()
    print("-- ifx_arm_never\n")
    ifx_arm_never.run()
    print("-- ifx_arm_returns\n")
    ifx_arm_returns.run()
    print("-- block_value\n")
    block_value.run()
    print("-- arrow_innermost_expression_only\n")
    arrow_innermost_expression_only.run()
    print("-- match_stmt_in_block_expr_arm_arrow_is_statement\n")
    match_stmt_in_block_expr_arm_arrow_is_statement.run()
    print("-- match_expr_arm_with_in_multi_statement\n")
    match_expr_arm_with_in_multi_statement.run()
    print("-- ufcs\n")
    ufcs.run()
    print("-- ufcs_x_before_x\n")
    ufcs_x_before_x.run()
    print("-- ufcs_through_pointer\n")
    ufcs_through_pointer.run()
    print("-- t_m_members\n")
    t_m_members.run()
    print("-- sizes\n")
    sizes.run()
    print("-- type_of_not_evaluated\n")
    type_of_not_evaluated.run()
    print("-- order\n")
    order.run()
    print("-- swap\n")
    swap.run()
    print("-- swap_places_first\n")
    swap_places_first.run()
    print("-- args_left_to_right_named\n")
    args_left_to_right_named.run()
    print("-- short_circuit\n")
    short_circuit.run()
    print("-- op_place_once\n")
    op_place_once.run()
    print("-- in_range_once\n")
    in_range_once.run()
    print("-- context_as_struct_value\n")
    context_as_struct_value.run()
    print("-- slice_literal_lifetime\n")
    slice_literal_lifetime.run()
    print("-- generic_proc_type_args_as_value\n")
    generic_proc_type_args_as_value.run()
    print("-- match_trailing_expression_operators\n")
    match_trailing_expression_operators.run()
    print("-- parens_newline\n")
    parens_newline.run()
    print("-- literal_brace_newline\n")
    literal_brace_newline.run()
    print("-- nested_struct_literal_named\n")
    nested_struct_literal_named.run()
    print("-- string_compare\n")
    string_compare.run()
    print("-- or_else_is_loosest\n")
    or_else_is_loosest.run()
end
