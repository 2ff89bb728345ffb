// expect: -- wrap
// expect: 127 0 -128 255 -2147483648 4294967295
// expect: -9223372036854775808 0
// expect: -- i128
// expect: 170141183460469231731687303715884105727 340282366920938463463374607431768211455 -170141183460469231731687303715884105728
// expect: 121932631112635269 12345678901234567890
// expect: -- aliases
// expect: true true true true true true true
// expect: -- aliases2
// expect: true true true true
// expect: -- string
// expect: 5 104 ell h é
// expect: 0:h 1:é 3:l |
// expect: true false true
// expect: -- string_data_ptr
// expect: 101 5
// expect: -- string_construct
// expect: ell ell
// expect: -- pointer_convert_u8_to_cstring
// expect: hi
// expect: -- pointers
// expect: 5 6 6 true true
// expect: 10 20 30 3 20
// expect: -- pointer_nested_field
// expect: 7 8
// expect: -- array_index_types
// expect: 2 2 2 2
// expect: -- index_by_rune_literal
// expect: 1
// expect: -- slices
// expect: [2, 3] [2, 3] [2, 3, 4] [1, 2] [1, 2, 3] [1, 2, 3, 4] 4
// expect: -- simd
// expect: [5.0, 7.0, 9.0, 11.0] [true, true, false, false] true false
// expect: 10.0 [4.0, 3.0, 2.0, 1.0]
// expect: -- soa
// expect: 3 [1, 0, 0] P{x = 1, y = 2}
// expect: -- proc_types
// expect: 6 true true
// expect: -- maybe
// expect: 3 4 true none 8 5 0
// expect: -- some_expected_type
// expect: u8 some(3)
// expect: -- maybe_of_maybe
// expect: true false
// expect: -- types_as_values
// expect: true true true Int
// expect: Pointer{Int} Array{Int, 3} Slice{u8}
// expect: -- distinct_2
// expect: 5.5 3.0 true 2.5
// expect: -- struct_packed_align
// expect: 12 4 5 1 16 16 4 1
// expect: -- packed_access
// expect: 1 70000 3
// expect: -- struct_literals
// expect: 1 2 | 1 0 | 1 7 | 5 2 | 1 2
// expect: -- using_2
// expect: 1 2 3 1 4
// expect: -- using_pointer
// expect: 9 5
// expect: -- enums
// expect: ALLOCATE 0 5 6 1 B true C
// expect: -- enum_flags
// expect: 3 true false 1 2 4 true READ | EXEC
// expect: -- unions
// expect: 2.0 3.0 true empty square(4.0)
// expect: -- union_whole_payload_assign
// expect: 7 circle(7)
// expect: -- union_match_bind
// expect: 1 10 20
// expect: -- union_raw
// expect: 1065353216 4 1.0
// expect: -- own_equality
// expect: true true false true
// expect: -- slice_equal
// expect: true false
// expect: -- conversions
// expect: 44 -1 3 -3 2147483647 0 0 1 97 a 65535 -1
// expect: -- convert_distinct_pointers
// expect: 5 true 7
// expect: -- bitcast
// expect: 4607182418800017408 1.0 255
// expect: -- implicit
// expect: 5 5 5 1.5 3 x
// expect: -- shifts
// expect: 0 0 -1 0 128 0
// expect: -- float_div
// expect: inf -inf NaN true
// expect: -- never
// expect: 3
// expect: -- bool_ops
// expect: true false true
// expect: -- enum_order_by_number
// expect: true false [A, B, C]
// expect: -- half_precision
// expect: 1.5 2.25 65500.0 inf
// expect: -- widened_operands
// expect: Int Int i128

// Rules of the language, a module each.

wrap :: #import "wrap"
i128 :: #import "i128"
aliases :: #import "aliases"
aliases2 :: #import "aliases2"
string :: #import "string"
string_data_ptr :: #import "string_data_ptr"
string_construct :: #import "string_construct"
pointer_convert_u8_to_cstring :: #import "pointer_convert_u8_to_cstring"
pointers :: #import "pointers"
pointer_nested_field :: #import "pointer_nested_field"
array_index_types :: #import "array_index_types"
index_by_rune_literal :: #import "index_by_rune_literal"
slices :: #import "slices"
simd :: #import "simd"
soa :: #import "soa"
proc_types :: #import "proc_types"
maybe :: #import "maybe"
some_expected_type :: #import "some_expected_type"
maybe_of_maybe :: #import "maybe_of_maybe"
types_as_values :: #import "types_as_values"
distinct_2 :: #import "distinct_2"
struct_packed_align :: #import "struct_packed_align"
packed_access :: #import "packed_access"
struct_literals :: #import "struct_literals"
using_2 :: #import "using_2"
using_pointer :: #import "using_pointer"
enums :: #import "enums"
enum_flags :: #import "enum_flags"
unions :: #import "unions"
union_whole_payload_assign :: #import "union_whole_payload_assign"
union_match_bind :: #import "union_match_bind"
union_raw :: #import "union_raw"
own_equality :: #import "own_equality"
slice_equal :: #import "slice_equal"
conversions :: #import "conversions"
convert_distinct_pointers :: #import "convert_distinct_pointers"
bitcast :: #import "bitcast"
implicit :: #import "implicit"
shifts :: #import "shifts"
float_div :: #import "float_div"
never :: #import "never"
bool_ops :: #import "bool_ops"
enum_order_by_number :: #import "enum_order_by_number"
half_precision :: #import "half_precision"
widened_operands :: #import "widened_operands"

main :: ()
    print("-- wrap\n")
    wrap.run()
    print("-- i128\n")
    i128.run()
    print("-- aliases\n")
    aliases.run()
    print("-- aliases2\n")
    aliases2.run()
    print("-- string\n")
    string.run()
    print("-- string_data_ptr\n")
    string_data_ptr.run()
    print("-- string_construct\n")
    string_construct.run()
    print("-- pointer_convert_u8_to_cstring\n")
    pointer_convert_u8_to_cstring.run()
    print("-- pointers\n")
    pointers.run()
    print("-- pointer_nested_field\n")
    pointer_nested_field.run()
    print("-- array_index_types\n")
    array_index_types.run()
    print("-- index_by_rune_literal\n")
    index_by_rune_literal.run()
    print("-- slices\n")
    slices.run()
    print("-- simd\n")
    simd.run()
    print("-- soa\n")
    soa.run()
    print("-- proc_types\n")
    proc_types.run()
    print("-- maybe\n")
    maybe.run()
    print("-- some_expected_type\n")
    some_expected_type.run()
    print("-- maybe_of_maybe\n")
    maybe_of_maybe.run()
    print("-- types_as_values\n")
    types_as_values.run()
    print("-- distinct_2\n")
    distinct_2.run()
    print("-- struct_packed_align\n")
    struct_packed_align.run()
    print("-- packed_access\n")
    packed_access.run()
    print("-- struct_literals\n")
    struct_literals.run()
    print("-- using_2\n")
    using_2.run()
    print("-- using_pointer\n")
    using_pointer.run()
    print("-- enums\n")
    enums.run()
    print("-- enum_flags\n")
    enum_flags.run()
    print("-- unions\n")
    unions.run()
    print("-- union_whole_payload_assign\n")
    union_whole_payload_assign.run()
    print("-- union_match_bind\n")
    union_match_bind.run()
    print("-- union_raw\n")
    union_raw.run()
    print("-- own_equality\n")
    own_equality.run()
    print("-- slice_equal\n")
    slice_equal.run()
    print("-- conversions\n")
    conversions.run()
    print("-- convert_distinct_pointers\n")
    convert_distinct_pointers.run()
    print("-- bitcast\n")
    bitcast.run()
    print("-- implicit\n")
    implicit.run()
    print("-- shifts\n")
    shifts.run()
    print("-- float_div\n")
    float_div.run()
    print("-- never\n")
    never.run()
    print("-- bool_ops\n")
    bool_ops.run()
    print("-- enum_order_by_number\n")
    enum_order_by_number.run()
    print("-- half_precision\n")
    half_precision.run()
    print("-- widened_operands\n")
    widened_operands.run()
end
