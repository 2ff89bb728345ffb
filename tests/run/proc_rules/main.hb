// expect: -- forms
// expect: 4 5 3 1 7 empty
// expect: -- signature_type_by
// expect: 3
// expect: -- arrow_statement
// expect: x y 3
// expect: -- arrow_if_statement
// expect: pos
// expect: -- semi_body
// expect: 3
// expect: -- lambda_forms
// expect: 3 5 9 type
// expect: -- lambda_in_list
// expect: 3 4
// expect: -- attributes_placed
// expect: 1 2 3
// expect: -- param_assign
// expect: 6 3
// expect: -- param_array_assign
// expect: 9 1
// expect: -- param_alias_via_global
// expect: 1 7
// expect: -- param_alias_via_field_of_heap
// expect: 1 7
// expect: -- param_address_stable
// expect: 1 5
// expect: -- element_passed_and_slice_changed
// expect: 1 9
// expect: -- loop_value_in_closure_writer
// expect: 1 2 3 |
// expect: -- for_reads_as_it_goes
// expect: 1 5 3 |
// expect: -- result_not_built_in_reachable_memory
// expect: 2 1
// expect: -- result_literal_reads_itself
// expect: 2 1
// expect: -- result_array_self
// expect: [3, 2, 1]
// expect: -- update_self
// expect: 2 2
// expect: -- named_args
// expect: 1-2-3 1-5-3 9-2-3
// expect: -- variadic
// expect: 0 1 6 6 3:0 3:2
// expect: -- variadic_any
// expect: 3 Int String Float
// expect: -- variadic_spread_passthrough
// expect: a1b
// expect: -- default_evaluated_each_call
// expect: 1 2 10 3
// expect: -- default_uses_context
// expect: 0 7
// expect: -- default_order_after_args
// expect: arg def 12
// expect: -- overload_by_arity_type
// expect: none int two str
// expect: -- overload_set_value
// expect: 4 xx
// expect: -- enum_member_waits_for_parameter
// expect: B 2
// expect: -- literal_brace_waits
// expect: 3 ab
// expect: -- more_specific_generic
// expect: arr ptr slice any
// expect: -- conversions_rank
// expect: i64 f64
// expect: -- where_wins
// expect: int any
// expect: -- no_variadic_preferred_fewer_defaults
// expect: one one
// expect: -- operators_all
// expect: + - * / % %% & | ^ << >> neg tilde true in
// expect: -- operator_mixed_types
// expect: 6 6 V{n = 8}
// expect: -- index_operators
// expect: 5 9 12 3
// expect: -- multi
// expect: 7 8
// expect: -- on_struct_own_and_in_array
// expect: true false
// expect: -- closures
// expect: 11 21 1 |
// expect: 6
// expect: -- closure_copy_resets_each_call
// expect: 2 2
// expect: -- closure_param_call_and_pass_on
// expect: 12
// expect: -- procedure_to_closure
// expect: 5 6
// expect: -- closure_captures_param_struct
// expect: 8 3
// expect: -- tail_call
// expect: 50000005000000
// expect: -- c_call_attribute_after
// expect: 3
// expect: -- c_call_value
// expect: 3
// expect: -- variadic_results_discard
// expect: 2 1
// expect: -- recursion_mutual
// expect: true
// expect: -- default_param_typed
// expect: 3 String

// Rules of the language, a module each.

forms :: #import "forms"
signature_type_by :: #import "signature_type_by"
arrow_statement :: #import "arrow_statement"
arrow_if_statement :: #import "arrow_if_statement"
semi_body :: #import "semi_body"
lambda_forms :: #import "lambda_forms"
lambda_in_list :: #import "lambda_in_list"
attributes_placed :: #import "attributes_placed"
param_assign :: #import "param_assign"
param_array_assign :: #import "param_array_assign"
param_alias_via_global :: #import "param_alias_via_global"
param_alias_via_field_of_heap :: #import "param_alias_via_field_of_heap"
param_address_stable :: #import "param_address_stable"
element_passed_and_slice_changed :: #import "element_passed_and_slice_changed"
loop_value_in_closure_writer :: #import "loop_value_in_closure_writer"
for_reads_as_it_goes :: #import "for_reads_as_it_goes"
result_not_built_in_reachable_memory :: #import "result_not_built_in_reachable_memory"
result_literal_reads_itself :: #import "result_literal_reads_itself"
result_array_self :: #import "result_array_self"
update_self :: #import "update_self"
named_args :: #import "named_args"
variadic :: #import "variadic"
variadic_any :: #import "variadic_any"
variadic_spread_passthrough :: #import "variadic_spread_passthrough"
default_evaluated_each_call :: #import "default_evaluated_each_call"
default_uses_context :: #import "default_uses_context"
default_order_after_args :: #import "default_order_after_args"
overload_by_arity_type :: #import "overload_by_arity_type"
overload_set_value :: #import "overload_set_value"
enum_member_waits_for_parameter :: #import "enum_member_waits_for_parameter"
literal_brace_waits :: #import "literal_brace_waits"
more_specific_generic :: #import "more_specific_generic"
conversions_rank :: #import "conversions_rank"
where_wins :: #import "where_wins"
no_variadic_preferred_fewer_defaults :: #import "no_variadic_preferred_fewer_defaults"
operators_all :: #import "operators_all"
operator_mixed_types :: #import "operator_mixed_types"
index_operators :: #import "index_operators"
multi :: #import "multi"
on_struct_own_and_in_array :: #import "on_struct_own_and_in_array"
closures :: #import "closures"
closure_copy_resets_each_call :: #import "closure_copy_resets_each_call"
closure_param_call_and_pass_on :: #import "closure_param_call_and_pass_on"
procedure_to_closure :: #import "procedure_to_closure"
closure_captures_param_struct :: #import "closure_captures_param_struct"
tail_call :: #import "tail_call"
c_call_attribute_after :: #import "c_call_attribute_after"
c_call_value :: #import "c_call_value"
variadic_results_discard :: #import "variadic_results_discard"
recursion_mutual :: #import "recursion_mutual"
default_param_typed :: #import "default_param_typed"

main :: ()
    print("-- forms\n")
    forms.run()
    print("-- signature_type_by\n")
    signature_type_by.run()
    print("-- arrow_statement\n")
    arrow_statement.run()
    print("-- arrow_if_statement\n")
    arrow_if_statement.run()
    print("-- semi_body\n")
    semi_body.run()
    print("-- lambda_forms\n")
    lambda_forms.run()
    print("-- lambda_in_list\n")
    lambda_in_list.run()
    print("-- attributes_placed\n")
    attributes_placed.run()
    print("-- param_assign\n")
    param_assign.run()
    print("-- param_array_assign\n")
    param_array_assign.run()
    print("-- param_alias_via_global\n")
    param_alias_via_global.run()
    print("-- param_alias_via_field_of_heap\n")
    param_alias_via_field_of_heap.run()
    print("-- param_address_stable\n")
    param_address_stable.run()
    print("-- element_passed_and_slice_changed\n")
    element_passed_and_slice_changed.run()
    print("-- loop_value_in_closure_writer\n")
    loop_value_in_closure_writer.run()
    print("-- for_reads_as_it_goes\n")
    for_reads_as_it_goes.run()
    print("-- result_not_built_in_reachable_memory\n")
    result_not_built_in_reachable_memory.run()
    print("-- result_literal_reads_itself\n")
    result_literal_reads_itself.run()
    print("-- result_array_self\n")
    result_array_self.run()
    print("-- update_self\n")
    update_self.run()
    print("-- named_args\n")
    named_args.run()
    print("-- variadic\n")
    variadic.run()
    print("-- variadic_any\n")
    variadic_any.run()
    print("-- variadic_spread_passthrough\n")
    variadic_spread_passthrough.run()
    print("-- default_evaluated_each_call\n")
    default_evaluated_each_call.run()
    print("-- default_uses_context\n")
    default_uses_context.run()
    print("-- default_order_after_args\n")
    default_order_after_args.run()
    print("-- overload_by_arity_type\n")
    overload_by_arity_type.run()
    print("-- overload_set_value\n")
    overload_set_value.run()
    print("-- enum_member_waits_for_parameter\n")
    enum_member_waits_for_parameter.run()
    print("-- literal_brace_waits\n")
    literal_brace_waits.run()
    print("-- more_specific_generic\n")
    more_specific_generic.run()
    print("-- conversions_rank\n")
    conversions_rank.run()
    print("-- where_wins\n")
    where_wins.run()
    print("-- no_variadic_preferred_fewer_defaults\n")
    no_variadic_preferred_fewer_defaults.run()
    print("-- operators_all\n")
    operators_all.run()
    print("-- operator_mixed_types\n")
    operator_mixed_types.run()
    print("-- index_operators\n")
    index_operators.run()
    print("-- multi\n")
    multi.run()
    print("-- on_struct_own_and_in_array\n")
    on_struct_own_and_in_array.run()
    print("-- closures\n")
    closures.run()
    print("-- closure_copy_resets_each_call\n")
    closure_copy_resets_each_call.run()
    print("-- closure_param_call_and_pass_on\n")
    closure_param_call_and_pass_on.run()
    print("-- procedure_to_closure\n")
    procedure_to_closure.run()
    print("-- closure_captures_param_struct\n")
    closure_captures_param_struct.run()
    print("-- tail_call\n")
    tail_call.run()
    print("-- c_call_attribute_after\n")
    c_call_attribute_after.run()
    print("-- c_call_value\n")
    c_call_value.run()
    print("-- variadic_results_discard\n")
    variadic_results_discard.run()
    print("-- recursion_mutual\n")
    recursion_mutual.run()
    print("-- default_param_typed\n")
    default_param_typed.run()
end
