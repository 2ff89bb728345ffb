// expect: -- if_bind_forms
// expect: 3 none 5 6
// expect: -- if_bind_many
// expect: 1 2
// expect: -- if_bind_error
// expect: 7 bad
// expect: -- while_next
// expect: 0 1 2 |
// expect: -- for_types
// expect: 0 1 2 u8
// expect: 3:a 4:b |
// expect: 2 4 6 |
// expect: [2, 4, 6]
// expect: 5 4 3 |
// expect: 2=c 1=b 0=a |
// expect: -- reverse_index_meaning
// expect: c b a |
// expect: -- reverse_string
// expect: é b a |
// expect: -- for_range_once
// expect: f 0 1 2 |
// expect: -- for_range_full
// expect: 4 0
// expect: -- for_string_invalid
// expect: 97 fffd fffd 98 |
// expect: 0 1 2 3 |
// expect: -- for_truncated_sequences
// expect: 0:fffd 1:fffd 2:fffd 3:61 |
// expect: -- for_slice_once
// expect: 1 2 3 |
// expect: -- loop_names_fresh_and_assignable
// expect: 10 11 12 |
// expect: -- for_iter_protocol
// expect: 3 2 1 0 |
// expect: 0:3 1:2 2:1 3:0 |
// expect: a=1 b=2 |
// expect: -- for_value_not_changed_iterator_is_copy
// expect: 3 2 1 0 3
// expect: -- iterate_places
// expect: [2, 3, 4]
// expect: -- labels
// expect: 00 01 10 20 21 |
// expect: done
// expect: -- break_in_match_breaks_loop
// expect: 0 1 |
// expect: -- match_label
// expect: a after
// expect: -- defer_order
// expect: body b a |
// expect: -- defer_return_evaluates_before
// expect: 1 5
// expect: -- defer_in_loop
// expect: 0 d0 d1 2 d2 |
// expect: -- defer_block
// expect: x y z
// expect: -- defer_or_return
// expect: d -1
// expect: -- defer_value_snapshot_sees_variables_at_exit
// expect: 2
// expect: -- return_ends_in_while_true
// expect: 3
// expect: -- return_all_branches
// expect: 1 2 3
// expect: -- return_match_all
// expect: 1
// expect: -- return_call_all_results
// expect: 1 2
// expect: -- patterns_ints
// expect: zero neg small mid big char other |
// expect: -- pattern_parens_expr
// expect: a b c
// expect: -- pattern_strings
// expect: 1 2 0
// expect: -- pattern_bool_exhaustive
// expect: t
// expect: -- pattern_u8_exhaustive_range
// expect: hi
// expect: -- pattern_rune
// expect: lower other
// expect: -- nested_members
// expect: 3 bin-add leaf other
// expect: -- nested_binding
// expect: 4 9
// expect: -- multiple_patterns_same_binding
// expect: 3 4
// expect: -- guard
// expect: even odd
// expect: -- match_any
// expect: int 3 str ab other ptr
// expect: -- match_type
// expect: i s o
// expect: -- match_pattern_binding_on_any_place
// expect: 4
// expect: -- match_null_pointer
// expect: null other
// expect: -- match_float
// expect: half other
// expect: -- match_underscore
// expect: any
// expect: -- match_lines_with_semicolons
// expect: two
// expect: -- match_evaluated_once
// expect: f two
// expect: -- match_binding_in_expression
// expect: 12
// expect: -- match_place_through_pointer
// expect: 8
// expect: -- compound_all_ops
// expect: 9 4 20 6 2 2 7 5 40 5
// expect: -- floored_mod_assign
// expect: 1
// expect: -- assign_narrower_widening
// expect: 7
// expect: -- with_in_loop
// expect: 0 1 2 0
// expect: -- else_if_chain_bindings
// expect: small 4
// expect: -- while_break_value_continue
// expect: 1 3 5 |

// Rules of the language, a module each.

if_bind_forms :: #import "if_bind_forms"
if_bind_many :: #import "if_bind_many"
if_bind_error :: #import "if_bind_error"
while_next :: #import "while_next"
for_types :: #import "for_types"
reverse_index_meaning :: #import "reverse_index_meaning"
reverse_string :: #import "reverse_string"
for_range_once :: #import "for_range_once"
for_range_full :: #import "for_range_full"
for_string_invalid :: #import "for_string_invalid"
for_truncated_sequences :: #import "for_truncated_sequences"
for_slice_once :: #import "for_slice_once"
loop_names_fresh_and_assignable :: #import "loop_names_fresh_and_assignable"
for_iter_protocol :: #import "for_iter_protocol"
for_value_not_changed_iterator_is_copy :: #import "for_value_not_changed_iterator_is_copy"
iterate_places :: #import "iterate_places"
labels :: #import "labels"
break_in_match_breaks_loop :: #import "break_in_match_breaks_loop"
match_label :: #import "match_label"
defer_order :: #import "defer_order"
defer_return_evaluates_before :: #import "defer_return_evaluates_before"
defer_in_loop :: #import "defer_in_loop"
defer_block :: #import "defer_block"
defer_or_return :: #import "defer_or_return"
defer_value_snapshot_sees_variables_at_exit :: #import "defer_value_snapshot_sees_variables_at_exit"
return_ends_in_while_true :: #import "return_ends_in_while_true"
return_all_branches :: #import "return_all_branches"
return_match_all :: #import "return_match_all"
return_call_all_results :: #import "return_call_all_results"
patterns_ints :: #import "patterns_ints"
pattern_parens_expr :: #import "pattern_parens_expr"
pattern_strings :: #import "pattern_strings"
pattern_bool_exhaustive :: #import "pattern_bool_exhaustive"
pattern_u8_exhaustive_range :: #import "pattern_u8_exhaustive_range"
pattern_rune :: #import "pattern_rune"
nested_members :: #import "nested_members"
nested_binding :: #import "nested_binding"
multiple_patterns_same_binding :: #import "multiple_patterns_same_binding"
guard :: #import "guard"
match_any :: #import "match_any"
match_type :: #import "match_type"
match_pattern_binding_on_any_place :: #import "match_pattern_binding_on_any_place"
match_null_pointer :: #import "match_null_pointer"
match_float :: #import "match_float"
match_underscore :: #import "match_underscore"
match_lines_with_semicolons :: #import "match_lines_with_semicolons"
match_evaluated_once :: #import "match_evaluated_once"
match_binding_in_expression :: #import "match_binding_in_expression"
match_place_through_pointer :: #import "match_place_through_pointer"
compound_all_ops :: #import "compound_all_ops"
floored_mod_assign :: #import "floored_mod_assign"
assign_narrower_widening :: #import "assign_narrower_widening"
with_in_loop :: #import "with_in_loop"
else_if_chain_bindings :: #import "else_if_chain_bindings"
while_break_value_continue :: #import "while_break_value_continue"

main :: ()
    print("-- if_bind_forms\n")
    if_bind_forms.run()
    print("-- if_bind_many\n")
    if_bind_many.run()
    print("-- if_bind_error\n")
    if_bind_error.run()
    print("-- while_next\n")
    while_next.run()
    print("-- for_types\n")
    for_types.run()
    print("-- reverse_index_meaning\n")
    reverse_index_meaning.run()
    print("-- reverse_string\n")
    reverse_string.run()
    print("-- for_range_once\n")
    for_range_once.run()
    print("-- for_range_full\n")
    for_range_full.run()
    print("-- for_string_invalid\n")
    for_string_invalid.run()
    print("-- for_truncated_sequences\n")
    for_truncated_sequences.run()
    print("-- for_slice_once\n")
    for_slice_once.run()
    print("-- loop_names_fresh_and_assignable\n")
    loop_names_fresh_and_assignable.run()
    print("-- for_iter_protocol\n")
    for_iter_protocol.run()
    print("-- for_value_not_changed_iterator_is_copy\n")
    for_value_not_changed_iterator_is_copy.run()
    print("-- iterate_places\n")
    iterate_places.run()
    print("-- labels\n")
    labels.run()
    print("-- break_in_match_breaks_loop\n")
    break_in_match_breaks_loop.run()
    print("-- match_label\n")
    match_label.run()
    print("-- defer_order\n")
    defer_order.run()
    print("-- defer_return_evaluates_before\n")
    defer_return_evaluates_before.run()
    print("-- defer_in_loop\n")
    defer_in_loop.run()
    print("-- defer_block\n")
    defer_block.run()
    print("-- defer_or_return\n")
    defer_or_return.run()
    print("-- defer_value_snapshot_sees_variables_at_exit\n")
    defer_value_snapshot_sees_variables_at_exit.run()
    print("-- return_ends_in_while_true\n")
    return_ends_in_while_true.run()
    print("-- return_all_branches\n")
    return_all_branches.run()
    print("-- return_match_all\n")
    return_match_all.run()
    print("-- return_call_all_results\n")
    return_call_all_results.run()
    print("-- patterns_ints\n")
    patterns_ints.run()
    print("-- pattern_parens_expr\n")
    pattern_parens_expr.run()
    print("-- pattern_strings\n")
    pattern_strings.run()
    print("-- pattern_bool_exhaustive\n")
    pattern_bool_exhaustive.run()
    print("-- pattern_u8_exhaustive_range\n")
    pattern_u8_exhaustive_range.run()
    print("-- pattern_rune\n")
    pattern_rune.run()
    print("-- nested_members\n")
    nested_members.run()
    print("-- nested_binding\n")
    nested_binding.run()
    print("-- multiple_patterns_same_binding\n")
    multiple_patterns_same_binding.run()
    print("-- guard\n")
    guard.run()
    print("-- match_any\n")
    match_any.run()
    print("-- match_type\n")
    match_type.run()
    print("-- match_pattern_binding_on_any_place\n")
    match_pattern_binding_on_any_place.run()
    print("-- match_null_pointer\n")
    match_null_pointer.run()
    print("-- match_float\n")
    match_float.run()
    print("-- match_underscore\n")
    match_underscore.run()
    print("-- match_lines_with_semicolons\n")
    match_lines_with_semicolons.run()
    print("-- match_evaluated_once\n")
    match_evaluated_once.run()
    print("-- match_binding_in_expression\n")
    match_binding_in_expression.run()
    print("-- match_place_through_pointer\n")
    match_place_through_pointer.run()
    print("-- compound_all_ops\n")
    compound_all_ops.run()
    print("-- floored_mod_assign\n")
    floored_mod_assign.run()
    print("-- assign_narrower_widening\n")
    assign_narrower_widening.run()
    print("-- with_in_loop\n")
    with_in_loop.run()
    print("-- else_if_chain_bindings\n")
    else_if_chain_bindings.run()
    print("-- while_break_value_continue\n")
    while_break_value_continue.run()
end
