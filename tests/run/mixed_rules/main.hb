// expect: -- closure_in_defer_and_loops
// expect: 0 1 2 | 3
// expect: -- or_return_inside_closure_body
// expect: 3 -1
// expect: -- closure_nested_captures
// expect: 15
// expect: -- closure_with_results_multiple
// expect: 3 1
// expect: -- labels_through_with_and_defer
// expect: a0 d0 a1 d1 out 0
// expect: -- arrow_out_of_with_loops_and_defers
// expect: d 7 0
// expect: -- return_out_of_match_in_block_in_args
// expect: 4 -1
// expect: -- unions_with_arrays_and_big_payloads
// expect: 6 0 true false
// expect: -- maybe_struct_pointers_compare
// expect: true false true none some(P{x = 1})
// expect: -- maybe_literal_compare
// expect: true false true
// expect: -- const_arrays_of_procs_and_structs
// expect: 7 12 add
// expect: -- enum_arrays_indexing_by_enum_needs_conversion
// expect: 5
// expect: -- flags_u64
// expect: 9223372036854775808 true A | C
// expect: -- i128_formats
// expect: ffffffffffffffffffffffffffffffff 170141183460469231731687303715884105727 -5
// expect: -- shadowed_generics_local_types_in_generic_procs
// expect: 3 x
// expect: -- generic_recursion_with_different_instantiation
// expect: 3
// expect: -- method_chain_on_generics
// expect: 9
// expect: -- struct_compare_with_floats_nan
// expect: false true
// expect: -- struct_compare_ignores_padding
// expect: true
// expect: -- zero_size_struct_and_arrays
// expect: 0 true 0 3
// expect: -- zero_size_in_generics_maybe
// expect: true none
// expect: -- slices_of_slices
// expect: 3 [[1, 2], [3]]
// expect: -- nested_maybe_match
// expect: inner none
// expect: -- while_binding_with_error_union
// expect: 1 2 done
// expect: -- compound_assign_via_pointer_index_call
// expect: 5 [1, 12]
// expect: -- multiple_assign_with_fields_deref
// expect: 2 1 4 3
// expect: -- float_formats
// expect: 1.0 0.1 1e300 1e-7 123456789.0 3.14 +2.5 1.5e3
// expect: -- width_formats
// expect: [   5] [5   ] [ 5  ] [0005] [0x00ff] [ab  ] [  ab] [*ab*] [0b101]
// expect: -- positional_formats
// expect: b a b {} %
// expect: -- debug_format
// expect: "a\n\"b\"" 'x' P{s = "q", n = 1} ["a"] some("x")
// expect: -- print_pointers_proc_type_void
// expect: null Int (Int) -> Int
// expect: -- user_format
// expect: <3,4> [<1,2>] P2{p = <5,6>} <7,8>
// expect: -- string_concat_in_loop
// expect: abcabcabc 9
// expect: -- local_enum_match_returns
// expect: 1 2 9
// expect: -- ternary_deep
// expect: e
// expect: -- mutual_recursion_with_structs_by_value_large
// expect: 55
// expect: -- function_pointer_table_with_context
// expect: 2 4
// expect: -- field_procedure_call_with_args
// expect: 7 7
// expect: -- array_of_arrays_assign_element_compare
// expect: [[0, 0], [5, 0]] true
// expect: -- range_variables
// expect: 3 10
// expect: -- negative_steps_via_reverse
// expect: 3 2 1 0 |
// expect: -- rune_arithmetic
// expect: b 1 true
// expect: -- recursive_union_by_pointer
// expect: 7
// expect: -- struct_default_referencing_constants_and_calls
// expect: 8 [1, 2] x
// expect: -- global_struct_and_pointer_to_global
// expect: 5 6
// expect: -- global_slices_strings_maps
// expect: 3 abc 2
// expect: -- static_data_mutable
// expect: [9, 2]

// Rules of the language, a module each.

closure_in_defer_and_loops :: #import "closure_in_defer_and_loops"
or_return_inside_closure_body :: #import "or_return_inside_closure_body"
closure_nested_captures :: #import "closure_nested_captures"
closure_with_results_multiple :: #import "closure_with_results_multiple"
labels_through_with_and_defer :: #import "labels_through_with_and_defer"
arrow_out_of_with_loops_and_defers :: #import "arrow_out_of_with_loops_and_defers"
return_out_of_match_in_block_in_args :: #import "return_out_of_match_in_block_in_args"
unions_with_arrays_and_big_payloads :: #import "unions_with_arrays_and_big_payloads"
maybe_struct_pointers_compare :: #import "maybe_struct_pointers_compare"
maybe_literal_compare :: #import "maybe_literal_compare"
const_arrays_of_procs_and_structs :: #import "const_arrays_of_procs_and_structs"
enum_arrays_indexing_by_enum_needs_conversion :: #import "enum_arrays_indexing_by_enum_needs_conversion"
flags_u64 :: #import "flags_u64"
i128_formats :: #import "i128_formats"
shadowed_generics_local_types_in_generic_procs :: #import "shadowed_generics_local_types_in_generic_procs"
generic_recursion_with_different_instantiation :: #import "generic_recursion_with_different_instantiation"
method_chain_on_generics :: #import "method_chain_on_generics"
struct_compare_with_floats_nan :: #import "struct_compare_with_floats_nan"
struct_compare_ignores_padding :: #import "struct_compare_ignores_padding"
zero_size_struct_and_arrays :: #import "zero_size_struct_and_arrays"
zero_size_in_generics_maybe :: #import "zero_size_in_generics_maybe"
slices_of_slices :: #import "slices_of_slices"
nested_maybe_match :: #import "nested_maybe_match"
while_binding_with_error_union :: #import "while_binding_with_error_union"
compound_assign_via_pointer_index_call :: #import "compound_assign_via_pointer_index_call"
multiple_assign_with_fields_deref :: #import "multiple_assign_with_fields_deref"
float_formats :: #import "float_formats"
width_formats :: #import "width_formats"
positional_formats :: #import "positional_formats"
debug_format :: #import "debug_format"
print_pointers_proc_type_void :: #import "print_pointers_proc_type_void"
user_format :: #import "user_format"
string_concat_in_loop :: #import "string_concat_in_loop"
local_enum_match_returns :: #import "local_enum_match_returns"
ternary_deep :: #import "ternary_deep"
mutual_recursion_with_structs_by_value_large :: #import "mutual_recursion_with_structs_by_value_large"
function_pointer_table_with_context :: #import "function_pointer_table_with_context"
field_procedure_call_with_args :: #import "field_procedure_call_with_args"
array_of_arrays_assign_element_compare :: #import "array_of_arrays_assign_element_compare"
range_variables :: #import "range_variables"
negative_steps_via_reverse :: #import "negative_steps_via_reverse"
rune_arithmetic :: #import "rune_arithmetic"
recursive_union_by_pointer :: #import "recursive_union_by_pointer"
struct_default_referencing_constants_and_calls :: #import "struct_default_referencing_constants_and_calls"
global_struct_and_pointer_to_global :: #import "global_struct_and_pointer_to_global"
global_slices_strings_maps :: #import "global_slices_strings_maps"
static_data_mutable :: #import "static_data_mutable"

main :: ()
    print("-- closure_in_defer_and_loops\n")
    closure_in_defer_and_loops.run()
    print("-- or_return_inside_closure_body\n")
    or_return_inside_closure_body.run()
    print("-- closure_nested_captures\n")
    closure_nested_captures.run()
    print("-- closure_with_results_multiple\n")
    closure_with_results_multiple.run()
    print("-- labels_through_with_and_defer\n")
    labels_through_with_and_defer.run()
    print("-- arrow_out_of_with_loops_and_defers\n")
    arrow_out_of_with_loops_and_defers.run()
    print("-- return_out_of_match_in_block_in_args\n")
    return_out_of_match_in_block_in_args.run()
    print("-- unions_with_arrays_and_big_payloads\n")
    unions_with_arrays_and_big_payloads.run()
    print("-- maybe_struct_pointers_compare\n")
    maybe_struct_pointers_compare.run()
    print("-- maybe_literal_compare\n")
    maybe_literal_compare.run()
    print("-- const_arrays_of_procs_and_structs\n")
    const_arrays_of_procs_and_structs.run()
    print("-- enum_arrays_indexing_by_enum_needs_conversion\n")
    enum_arrays_indexing_by_enum_needs_conversion.run()
    print("-- flags_u64\n")
    flags_u64.run()
    print("-- i128_formats\n")
    i128_formats.run()
    print("-- shadowed_generics_local_types_in_generic_procs\n")
    shadowed_generics_local_types_in_generic_procs.run()
    print("-- generic_recursion_with_different_instantiation\n")
    generic_recursion_with_different_instantiation.run()
    print("-- method_chain_on_generics\n")
    method_chain_on_generics.run()
    print("-- struct_compare_with_floats_nan\n")
    struct_compare_with_floats_nan.run()
    print("-- struct_compare_ignores_padding\n")
    struct_compare_ignores_padding.run()
    print("-- zero_size_struct_and_arrays\n")
    zero_size_struct_and_arrays.run()
    print("-- zero_size_in_generics_maybe\n")
    zero_size_in_generics_maybe.run()
    print("-- slices_of_slices\n")
    slices_of_slices.run()
    print("-- nested_maybe_match\n")
    nested_maybe_match.run()
    print("-- while_binding_with_error_union\n")
    while_binding_with_error_union.run()
    print("-- compound_assign_via_pointer_index_call\n")
    compound_assign_via_pointer_index_call.run()
    print("-- multiple_assign_with_fields_deref\n")
    multiple_assign_with_fields_deref.run()
    print("-- float_formats\n")
    float_formats.run()
    print("-- width_formats\n")
    width_formats.run()
    print("-- positional_formats\n")
    positional_formats.run()
    print("-- debug_format\n")
    debug_format.run()
    print("-- print_pointers_proc_type_void\n")
    print_pointers_proc_type_void.run()
    print("-- user_format\n")
    user_format.run()
    print("-- string_concat_in_loop\n")
    string_concat_in_loop.run()
    print("-- local_enum_match_returns\n")
    local_enum_match_returns.run()
    print("-- ternary_deep\n")
    ternary_deep.run()
    print("-- mutual_recursion_with_structs_by_value_large\n")
    mutual_recursion_with_structs_by_value_large.run()
    print("-- function_pointer_table_with_context\n")
    function_pointer_table_with_context.run()
    print("-- field_procedure_call_with_args\n")
    field_procedure_call_with_args.run()
    print("-- array_of_arrays_assign_element_compare\n")
    array_of_arrays_assign_element_compare.run()
    print("-- range_variables\n")
    range_variables.run()
    print("-- negative_steps_via_reverse\n")
    negative_steps_via_reverse.run()
    print("-- rune_arithmetic\n")
    rune_arithmetic.run()
    print("-- recursive_union_by_pointer\n")
    recursive_union_by_pointer.run()
    print("-- struct_default_referencing_constants_and_calls\n")
    struct_default_referencing_constants_and_calls.run()
    print("-- global_struct_and_pointer_to_global\n")
    global_struct_and_pointer_to_global.run()
    print("-- global_slices_strings_maps\n")
    global_slices_strings_maps.run()
    print("-- static_data_mutable\n")
    static_data_mutable.run()
end
