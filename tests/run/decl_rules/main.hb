// expect: -- decls
// expect: 3 4 0.0 1 two 3 1 100 100
// expect: -- defaults
// expect: 7 0 x null 2.5 [5, 5]
// expect: A a(0)
// expect: 7 7 7
// expect: 7
// expect: -- union_default_first_member_default
// expect: 9
// expect: 9 9
// expect: -- enum_without_zero_default
// expect: 0
// expect: -- visible_after
// expect: 10
// expect: -- globals_ct
// expect: 55 10 [1, 2, 3] 6
// expect: -- thread_local
// expect: 1
// expect: -- multi_globals
// expect: 1 two 0 0
// expect: -- exact
// expect: true 3 -3 1 1
// expect: 0.3333333333333333 1
// expect: -- literal_mixing
// expect: 2.5 Float Float Rune Int
// expect: -- shift_lit_expected
// expect: 1099511627776 256 -2147483648
// expect: -- literal_to_other_operand
// expect: u8 i16 f32 f32 u64
// expect: -- i64_min
// expect: -9223372036854775808 18446744073709551615 -128
// expect: -- rune_lit
// expect: 97 true 98 c 8364
// expect: -- cstring_lit
// expect: abc
// expect: -- literal_down_ifx
// expect: 200 i16
// expect: -- const_takes_expected
// expect: 100 100.0 100
// expect: -- local_constants_types_procs
// expect: 25 9 5
// expect: -- discard
// expect: 1
// expect: -- typed_multi
// expect: 0 0 7
// expect: -- typed_from_call
// expect: 3 1
// expect: -- float_literal_to_f16_f32
// expect: 1.5 0.1 0.1
// expect: -- unary_on_literals
// expect: -5 255 false -6
// expect: -- const_expression_of_calls
// expect: 120 hello world 5
// expect: -- shadows_import_no_warn
// expect: 3
// expect: -- unused_const_local

// Rules of the language, a module each.

decls :: #import "decls"
defaults :: #import "defaults"
union_default_first_member_default :: #import "union_default_first_member_default"
enum_without_zero_default :: #import "enum_without_zero_default"
visible_after :: #import "visible_after"
globals_ct :: #import "globals_ct"
thread_local :: #import "thread_local"
multi_globals :: #import "multi_globals"
exact :: #import "exact"
literal_mixing :: #import "literal_mixing"
shift_lit_expected :: #import "shift_lit_expected"
literal_to_other_operand :: #import "literal_to_other_operand"
i64_min :: #import "i64_min"
rune_lit :: #import "rune_lit"
cstring_lit :: #import "cstring_lit"
literal_down_ifx :: #import "literal_down_ifx"
const_takes_expected :: #import "const_takes_expected"
local_constants_types_procs :: #import "local_constants_types_procs"
discard :: #import "discard"
typed_multi :: #import "typed_multi"
typed_from_call :: #import "typed_from_call"
float_literal_to_f16_f32 :: #import "float_literal_to_f16_f32"
unary_on_literals :: #import "unary_on_literals"
const_expression_of_calls :: #import "const_expression_of_calls"
shadows_import_no_warn :: #import "shadows_import_no_warn"
unused_const_local :: #import "unused_const_local"

main :: ()
    print("-- decls\n")
    decls.run()
    print("-- defaults\n")
    defaults.run()
    print("-- union_default_first_member_default\n")
    union_default_first_member_default.run()
    print("-- enum_without_zero_default\n")
    enum_without_zero_default.run()
    print("-- visible_after\n")
    visible_after.run()
    print("-- globals_ct\n")
    globals_ct.run()
    print("-- thread_local\n")
    thread_local.run()
    print("-- multi_globals\n")
    multi_globals.run()
    print("-- exact\n")
    exact.run()
    print("-- literal_mixing\n")
    literal_mixing.run()
    print("-- shift_lit_expected\n")
    shift_lit_expected.run()
    print("-- literal_to_other_operand\n")
    literal_to_other_operand.run()
    print("-- i64_min\n")
    i64_min.run()
    print("-- rune_lit\n")
    rune_lit.run()
    print("-- cstring_lit\n")
    cstring_lit.run()
    print("-- literal_down_ifx\n")
    literal_down_ifx.run()
    print("-- const_takes_expected\n")
    const_takes_expected.run()
    print("-- local_constants_types_procs\n")
    local_constants_types_procs.run()
    print("-- discard\n")
    discard.run()
    print("-- typed_multi\n")
    typed_multi.run()
    print("-- typed_from_call\n")
    typed_from_call.run()
    print("-- float_literal_to_f16_f32\n")
    float_literal_to_f16_f32.run()
    print("-- unary_on_literals\n")
    unary_on_literals.run()
    print("-- const_expression_of_calls\n")
    const_expression_of_calls.run()
    print("-- shadows_import_no_warn\n")
    shadows_import_no_warn.run()
    print("-- unused_const_local\n")
    unused_const_local.run()
end
