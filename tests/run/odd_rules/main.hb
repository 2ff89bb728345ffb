// expect: -- type_by_call
// expect: u8 Int 1 Pointer{u8}
// expect: -- type_alias_by_call
// expect: 4
// expect: -- results_names
// expect: 2 1
// expect: -- result_type_is_procedure
// expect: 4
// expect: -- result_of_several_with_procedure_type
// expect: 4 2
// expect: -- call_of_returned
// expect: 4
// expect: -- procedure_type_param_default
// expect: 6 7
// expect: -- comments_everywhere
// expect: 3
// expect: -- semicolons_galore
// expect: 1 2
// expect: -- match_formatting
// expect: b b
// expect: -- empty_match_arms
// expect: x
// expect: -- one_line_everything
// expect: 0 2 4 |
// expect: -- while_with_complex_heads
// expect: 3
// expect: -- ifx_chain_in_args
// expect: b c
// expect: -- unary_chains
// expect: 3 -3 true -4
// expect: -- deref_then_index_and_field
// expect: 5 6
// expect: -- pointer_to_array_index
// expect: 6
// expect: -- for_over_deref_d_and_call_results
// expect: 1 2 3 |
// expect: -- nested_local_procs_and_recursion
// expect: 120
// expect: -- local_generic
// expect: 3 x
// expect: -- local_overloads
// expect: i s
// expect: -- local_import_of_name_shadow_procedure_by_var
// expect: 5
// expect: -- variable_named_like_type
// expect: 3
// expect: -- default_args_with_struct_literal_and_enum_member
// expect: 3 B
// expect: -- global_typed_inferred_enum_array_struct
// expect: B [1, 2] 3
// expect: -- returning_struct_literals_bare
// expect: 3 4
// expect: -- comparing_bare_brace_dot_on_either_side
// expect: true true true
// expect: -- bare_brace_in_binary_with_known_left
// expect: true
// expect: -- maybe_of_enum_with_dot
// expect: some(B) none
// expect: -- maybe_none_ambiguity_enum_with_member_none
// expect: some(none) none
// expect: -- array_param_of_enums_x
// expect: [A, B]
// expect: -- map_ish_nested_generics
// expect: Pair{Pair{Int, u8}, Array{String, 2}} 3
// expect: -- numeric_edge_literals
// expect: -9223372036854775808 9223372036854775807 18446744073709551615 -2147483648 0.0 -0.0
// expect: -- big_exponent_floats
// expect: 1.7976931348623157e308 5e-324 inf
// expect: -- int_division_semantics
// expect: -3 -1 2 3 1 -2
// expect: -- float_modulo
// expect: 1.5 -1.5 2.5
// expect: -- float_to_int_conversions_at_edges
// expect: 127 -128 0 255 9223372036854775807
// expect: -- bool_to_ints_runes_to_ints
// expect: 1 0 233 é
// expect: -- string_iteration_w_slices
// expect: é=0 x=2 |
// expect: -- string_compare_empty_order
// expect: true true false
// expect: -- escape_nul_inside
// expect: 3 0

// Rules of the language, a module each.

type_by_call :: #import "type_by_call"
type_alias_by_call :: #import "type_alias_by_call"
results_names :: #import "results_names"
result_type_is_procedure :: #import "result_type_is_procedure"
result_of_several_with_procedure_type :: #import "result_of_several_with_procedure_type"
call_of_returned :: #import "call_of_returned"
procedure_type_param_default :: #import "procedure_type_param_default"
comments_everywhere :: #import "comments_everywhere"
semicolons_galore :: #import "semicolons_galore"
match_formatting :: #import "match_formatting"
empty_match_arms :: #import "empty_match_arms"
one_line_everything :: #import "one_line_everything"
while_with_complex_heads :: #import "while_with_complex_heads"
ifx_chain_in_args :: #import "ifx_chain_in_args"
unary_chains :: #import "unary_chains"
deref_then_index_and_field :: #import "deref_then_index_and_field"
pointer_to_array_index :: #import "pointer_to_array_index"
for_over_deref_d_and_call_results :: #import "for_over_deref_d_and_call_results"
nested_local_procs_and_recursion :: #import "nested_local_procs_and_recursion"
local_generic :: #import "local_generic"
local_overloads :: #import "local_overloads"
local_import_of_name_shadow_procedure_by_var :: #import "local_import_of_name_shadow_procedure_by_var"
variable_named_like_type :: #import "variable_named_like_type"
default_args_with_struct_literal_and_enum_member :: #import "default_args_with_struct_literal_and_enum_member"
global_typed_inferred_enum_array_struct :: #import "global_typed_inferred_enum_array_struct"
returning_struct_literals_bare :: #import "returning_struct_literals_bare"
comparing_bare_brace_dot_on_either_side :: #import "comparing_bare_brace_dot_on_either_side"
bare_brace_in_binary_with_known_left :: #import "bare_brace_in_binary_with_known_left"
maybe_of_enum_with_dot :: #import "maybe_of_enum_with_dot"
maybe_none_ambiguity_enum_with_member_none :: #import "maybe_none_ambiguity_enum_with_member_none"
array_param_of_enums_x :: #import "array_param_of_enums_x"
map_ish_nested_generics :: #import "map_ish_nested_generics"
numeric_edge_literals :: #import "numeric_edge_literals"
big_exponent_floats :: #import "big_exponent_floats"
int_division_semantics :: #import "int_division_semantics"
float_modulo :: #import "float_modulo"
float_to_int_conversions_at_edges :: #import "float_to_int_conversions_at_edges"
bool_to_ints_runes_to_ints :: #import "bool_to_ints_runes_to_ints"
string_iteration_w_slices :: #import "string_iteration_w_slices"
string_compare_empty_order :: #import "string_compare_empty_order"
escape_nul_inside :: #import "escape_nul_inside"

main :: ()
    print("-- type_by_call\n")
    type_by_call.run()
    print("-- type_alias_by_call\n")
    type_alias_by_call.run()
    print("-- results_names\n")
    results_names.run()
    print("-- result_type_is_procedure\n")
    result_type_is_procedure.run()
    print("-- result_of_several_with_procedure_type\n")
    result_of_several_with_procedure_type.run()
    print("-- call_of_returned\n")
    call_of_returned.run()
    print("-- procedure_type_param_default\n")
    procedure_type_param_default.run()
    print("-- comments_everywhere\n")
    comments_everywhere.run()
    print("-- semicolons_galore\n")
    semicolons_galore.run()
    print("-- match_formatting\n")
    match_formatting.run()
    print("-- empty_match_arms\n")
    empty_match_arms.run()
    print("-- one_line_everything\n")
    one_line_everything.run()
    print("-- while_with_complex_heads\n")
    while_with_complex_heads.run()
    print("-- ifx_chain_in_args\n")
    ifx_chain_in_args.run()
    print("-- unary_chains\n")
    unary_chains.run()
    print("-- deref_then_index_and_field\n")
    deref_then_index_and_field.run()
    print("-- pointer_to_array_index\n")
    pointer_to_array_index.run()
    print("-- for_over_deref_d_and_call_results\n")
    for_over_deref_d_and_call_results.run()
    print("-- nested_local_procs_and_recursion\n")
    nested_local_procs_and_recursion.run()
    print("-- local_generic\n")
    local_generic.run()
    print("-- local_overloads\n")
    local_overloads.run()
    print("-- local_import_of_name_shadow_procedure_by_var\n")
    local_import_of_name_shadow_procedure_by_var.run()
    print("-- variable_named_like_type\n")
    variable_named_like_type.run()
    print("-- default_args_with_struct_literal_and_enum_member\n")
    default_args_with_struct_literal_and_enum_member.run()
    print("-- global_typed_inferred_enum_array_struct\n")
    global_typed_inferred_enum_array_struct.run()
    print("-- returning_struct_literals_bare\n")
    returning_struct_literals_bare.run()
    print("-- comparing_bare_brace_dot_on_either_side\n")
    comparing_bare_brace_dot_on_either_side.run()
    print("-- bare_brace_in_binary_with_known_left\n")
    bare_brace_in_binary_with_known_left.run()
    print("-- maybe_of_enum_with_dot\n")
    maybe_of_enum_with_dot.run()
    print("-- maybe_none_ambiguity_enum_with_member_none\n")
    maybe_none_ambiguity_enum_with_member_none.run()
    print("-- array_param_of_enums_x\n")
    array_param_of_enums_x.run()
    print("-- map_ish_nested_generics\n")
    map_ish_nested_generics.run()
    print("-- numeric_edge_literals\n")
    numeric_edge_literals.run()
    print("-- big_exponent_floats\n")
    big_exponent_floats.run()
    print("-- int_division_semantics\n")
    int_division_semantics.run()
    print("-- float_modulo\n")
    float_modulo.run()
    print("-- float_to_int_conversions_at_edges\n")
    float_to_int_conversions_at_edges.run()
    print("-- bool_to_ints_runes_to_ints\n")
    bool_to_ints_runes_to_ints.run()
    print("-- string_iteration_w_slices\n")
    string_iteration_w_slices.run()
    print("-- string_compare_empty_order\n")
    string_compare_empty_order.run()
    print("-- escape_nul_inside\n")
    escape_nul_inside.run()
end
