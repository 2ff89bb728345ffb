// expect: -- swap_by
// expect: 2 1
// expect: -- results_into
// expect: 3 1
// expect: -- defer_assign_by
// expect: 5
// expect: -- closure_body_arrow_assign_by
// expect: 7
// expect: -- arrow_with_op
// expect: 7
// expect: -- match_arm_assign
// expect: 4 5
// expect: -- nested_through
// expect: 9
// expect: -- slices_of_list
// expect: [2, 3]
// expect: -- user_range_index
// expect: 7

// Rules of the language, a module each.

swap_by :: #import "swap_by"
results_into :: #import "results_into"
defer_assign_by :: #import "defer_assign_by"
closure_body_arrow_assign_by :: #import "closure_body_arrow_assign_by"
arrow_with_op :: #import "arrow_with_op"
match_arm_assign :: #import "match_arm_assign"
nested_through :: #import "nested_through"
slices_of_list :: #import "slices_of_list"
user_range_index :: #import "user_range_index"

main :: ()
    print("-- swap_by\n")
    swap_by.run()
    print("-- results_into\n")
    results_into.run()
    print("-- defer_assign_by\n")
    defer_assign_by.run()
    print("-- closure_body_arrow_assign_by\n")
    closure_body_arrow_assign_by.run()
    print("-- arrow_with_op\n")
    arrow_with_op.run()
    print("-- match_arm_assign\n")
    match_arm_assign.run()
    print("-- nested_through\n")
    nested_through.run()
    print("-- slices_of_list\n")
    slices_of_list.run()
    print("-- user_range_index\n")
    user_range_index.run()
end
