// expect: -- success_default
// expect: 5 0 true
// expect: -- or_return_bool
// expect: 3 true 0 false
// expect: -- or_return_maybe
// expect: some(4) none
// expect: -- or_return_only_error_result
// expect: BAD OK 1
// expect: -- or_return_union
// expect: parse(BAD) 0
// expect: -- or_else_evaluated_only_on_failure
// expect: 3 x9
// expect: -- or_break_or_continue_labels
// expect: 0 1 3 end
// expect: -- or_break_in_while
// expect: 3
// expect: -- several_values_or_return
// expect: 1 2 true
// expect: -- prelude_error
// expect: bad thing
// expect: outer: bad thing
// expect: bad thing true
// expect: -- if_with_error_only
// expect: ok

// Rules of the language, a module each.

success_default :: #import "success_default"
or_return_bool :: #import "or_return_bool"
or_return_maybe :: #import "or_return_maybe"
or_return_only_error_result :: #import "or_return_only_error_result"
or_return_union :: #import "or_return_union"
or_else_evaluated_only_on_failure :: #import "or_else_evaluated_only_on_failure"
or_break_or_continue_labels :: #import "or_break_or_continue_labels"
or_break_in_while :: #import "or_break_in_while"
several_values_or_return :: #import "several_values_or_return"
prelude_error :: #import "prelude_error"
if_with_error_only :: #import "if_with_error_only"

main :: ()
    print("-- success_default\n")
    success_default.run()
    print("-- or_return_bool\n")
    or_return_bool.run()
    print("-- or_return_maybe\n")
    or_return_maybe.run()
    print("-- or_return_only_error_result\n")
    or_return_only_error_result.run()
    print("-- or_return_union\n")
    or_return_union.run()
    print("-- or_else_evaluated_only_on_failure\n")
    or_else_evaluated_only_on_failure.run()
    print("-- or_break_or_continue_labels\n")
    or_break_or_continue_labels.run()
    print("-- or_break_in_while\n")
    or_break_in_while.run()
    print("-- several_values_or_return\n")
    several_values_or_return.run()
    print("-- prelude_error\n")
    prelude_error.run()
    print("-- if_with_error_only\n")
    if_with_error_only.run()
end
