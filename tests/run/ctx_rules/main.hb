// expect: -- context_fields_and_defaults
// expect: 0 0 true true true true
// expect: -- with_a_kept_context
// expect: 4 0 4 9
// expect: -- with_ends_on_return_break_or_return
// expect: 1 0 2 0 0
// expect: -- context_through_closure_and_fn_pointer
// expect: 7 8 7
// expect: -- defer_in_with_sees_with_s_context
// expect: in 5 out 0
// expect: -- defer_outside_with_sees_outer_on_return
// expect: 0
// expect: -- custom_allocator_through_new_make_slice_free_resize_delete
// expect: A8 A24 R48 F F
// expect: -- resize_keeps_and_zeroes
// expect: [1, 2, 0, 0]
// expect: -- new_default_values
// expect: 5 x
// expect: -- new_value
// expect: 9 [1, 2]
// expect: -- new_value_expected_type
// expect: 9 u8
// expect: -- temporary_allocator
// expect: [0, 0] true
// expect: -- containers_keep_allocator
// expect: true

// Rules of the language, a module each.

context_fields_and_defaults :: #import "context_fields_and_defaults"
with_a_kept_context :: #import "with_a_kept_context"
with_ends_on_return_break_or_return :: #import "with_ends_on_return_break_or_return"
context_through_closure_and_fn_pointer :: #import "context_through_closure_and_fn_pointer"
defer_in_with_sees_with_s_context :: #import "defer_in_with_sees_with_s_context"
defer_outside_with_sees_outer_on_return :: #import "defer_outside_with_sees_outer_on_return"
custom_allocator_through_new_make_slice_free_resize_delete :: #import "custom_allocator_through_new_make_slice_free_resize_delete"
resize_keeps_and_zeroes :: #import "resize_keeps_and_zeroes"
new_default_values :: #import "new_default_values"
new_value :: #import "new_value"
new_value_expected_type :: #import "new_value_expected_type"
temporary_allocator :: #import "temporary_allocator"
containers_keep_allocator :: #import "containers_keep_allocator"

main :: ()
    print("-- context_fields_and_defaults\n")
    context_fields_and_defaults.run()
    print("-- with_a_kept_context\n")
    with_a_kept_context.run()
    print("-- with_ends_on_return_break_or_return\n")
    with_ends_on_return_break_or_return.run()
    print("-- context_through_closure_and_fn_pointer\n")
    context_through_closure_and_fn_pointer.run()
    print("-- defer_in_with_sees_with_s_context\n")
    defer_in_with_sees_with_s_context.run()
    print("-- defer_outside_with_sees_outer_on_return\n")
    defer_outside_with_sees_outer_on_return.run()
    print("-- custom_allocator_through_new_make_slice_free_resize_delete\n")
    custom_allocator_through_new_make_slice_free_resize_delete.run()
    print("-- resize_keeps_and_zeroes\n")
    resize_keeps_and_zeroes.run()
    print("-- new_default_values\n")
    new_default_values.run()
    print("-- new_value\n")
    new_value.run()
    print("-- new_value_expected_type\n")
    new_value_expected_type.run()
    print("-- temporary_allocator\n")
    temporary_allocator.run()
    print("-- containers_keep_allocator\n")
    containers_keep_allocator.run()
end
