// expect: -- explicit_and_inferred
// expect: 0 0.0 false 3 x 5
// expect: -- infer_typed_before_literal
// expect: u8 u8 Int Float
// expect: -- infer_literal_int_float
// expect: Float
// expect: -- where_own_less
// expect: 2
// expect: -- value_params
// expect: 4 6 true c B
// expect: -- type_and_procedure_value_params
// expect: 9 Int 16
// expect: -- struct_where_ok
// expect: 3
// expect: -- generic_union_and_methods
// expect: 3 -1 none
// expect: -- expected_generic_union_dot
// expect: 7
// expect: -- recursion_generic_types
// expect: 3
// expect: -- has_operator_etc
// expect: true false true true false
// expect: -- generics_with_closures
// expect: [2, 4, 6] 12
// expect: -- generic_operator
// expect: V{Int}{x = 4, y = 6} V{f32}{x = 1.5, y = 1.5}
// expect: -- method_on_generic_by_pointer
// expect: 5
// expect: -- array_size_arithmetic
// expect: 6 12
// expect: -- generic_static_if
// expect: int other
// expect: -- type_name_in_generic
// expect: Pair{Int, String}
// expect: -- generic_param_as_type_value_compare
// expect: true false
// expect: -- generic_default_param
// expect: 5 0
// expect: -- deduce_from_proc_type
// expect: 6
// expect: -- literals_in_generic_body
// expect: 7 3.5

// Rules of the language, a module each.

explicit_and_inferred :: #import "explicit_and_inferred"
infer_typed_before_literal :: #import "infer_typed_before_literal"
infer_literal_int_float :: #import "infer_literal_int_float"
where_own_less :: #import "where_own_less"
value_params :: #import "value_params"
type_and_procedure_value_params :: #import "type_and_procedure_value_params"
struct_where_ok :: #import "struct_where_ok"
generic_union_and_methods :: #import "generic_union_and_methods"
expected_generic_union_dot :: #import "expected_generic_union_dot"
recursion_generic_types :: #import "recursion_generic_types"
has_operator_etc :: #import "has_operator_etc"
generics_with_closures :: #import "generics_with_closures"
generic_operator :: #import "generic_operator"
method_on_generic_by_pointer :: #import "method_on_generic_by_pointer"
array_size_arithmetic :: #import "array_size_arithmetic"
generic_static_if :: #import "generic_static_if"
type_name_in_generic :: #import "type_name_in_generic"
generic_param_as_type_value_compare :: #import "generic_param_as_type_value_compare"
generic_default_param :: #import "generic_default_param"
deduce_from_proc_type :: #import "deduce_from_proc_type"
literals_in_generic_body :: #import "literals_in_generic_body"

main :: ()
    print("-- explicit_and_inferred\n")
    explicit_and_inferred.run()
    print("-- infer_typed_before_literal\n")
    infer_typed_before_literal.run()
    print("-- infer_literal_int_float\n")
    infer_literal_int_float.run()
    print("-- where_own_less\n")
    where_own_less.run()
    print("-- value_params\n")
    value_params.run()
    print("-- type_and_procedure_value_params\n")
    type_and_procedure_value_params.run()
    print("-- struct_where_ok\n")
    struct_where_ok.run()
    print("-- generic_union_and_methods\n")
    generic_union_and_methods.run()
    print("-- expected_generic_union_dot\n")
    expected_generic_union_dot.run()
    print("-- recursion_generic_types\n")
    recursion_generic_types.run()
    print("-- has_operator_etc\n")
    has_operator_etc.run()
    print("-- generics_with_closures\n")
    generics_with_closures.run()
    print("-- generic_operator\n")
    generic_operator.run()
    print("-- method_on_generic_by_pointer\n")
    method_on_generic_by_pointer.run()
    print("-- array_size_arithmetic\n")
    array_size_arithmetic.run()
    print("-- generic_static_if\n")
    generic_static_if.run()
    print("-- type_name_in_generic\n")
    type_name_in_generic.run()
    print("-- generic_param_as_type_value_compare\n")
    generic_param_as_type_value_compare.run()
    print("-- generic_default_param\n")
    generic_default_param.run()
    print("-- deduce_from_proc_type\n")
    deduce_from_proc_type.run()
    print("-- literals_in_generic_body\n")
    literals_in_generic_body.run()
end
