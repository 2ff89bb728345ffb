// expect: -- lex_lines
// expect: 6
// expect: 7 9
// expect: 12
// expect: two
// expect: 3 3
// expect: 14
// expect: small
// expect: a|b
// expect: 1 2 3
// expect: -- decl_defaults
// expect: 5 0 7 true
// expect: 5 9
// expect: none 5
// expect: circle 3
// expect: 5 5 5
// expect: 2 0 RED
// expect: 8 1
// expect: 0
// expect: -- decl_exact
// expect: 1 0.1 3
// expect: 4611686018427387904
// expect: 2.5 2 2.0
// expect: 0.30000000000000004 true
// expect: 255 -128 127
// expect: 1 2
// expect: 3.0 3.0 1.0
// expect: 97 a 98
// expect: 4294967295
// expect: 1267650600228229401496703205376
// expect: -- type_struct_using
// expect: 1 2 9 1
// expect: 8 16
// expect: 12 24 16
// expect: 3 4 7
// expect: 1 20 3
// expect: 1 2 3
// expect: true false
// expect: -- type_enum_flags
// expect: 0 5 6 RED
// expect: true false true
// expect: 7 1
// expect: true false true
// expect: 1 8
// expect: GREEN 6
// expect: 200
// expect: read
// expect: 4 9
// expect: -- unions
// expect: 6 2.5 empty
// expect: 7
// expect: 8 true false
// expect: 5
// expect: true true false
// expect: 3 hello
// expect: leaf 4
// expect: 3
// expect: true
// expect: 16 8
// expect: -- type_eq
// expect: true false true
// expect: true true
// expect: true false
// expect: true true false
// expect: true
// expect: true false
// expect: false true
// expect: -- type_conv
// expect: 44 -56 200 65535
// expect: 1 0 1
// expect: 127 -128 0 255 0
// expect: 97 b 128512
// expect: true 3
// expect: 2.5 3
// expect: 5 5.0
// expect: 3212836864
// expect: 4294967295 -1 18446744073709551615
// expect: 340282366920938463463374607431768211455
// expect: -170141183460469231731687303715884105728 170141183460469231731687303715884105727
// expect: -- type_implicit
// expect: 5 200 1.5 3
// expect: 10 20
// expect: 7
// expect: any 5
// expect: 12
// expect: -- type_arith
// expect: -128 0 255 -2147483648
// expect: -2 -1 1 2
// expect: 2 -2 -2 2
// expect: -128 0
// expect: -128 44
// expect: 0 -1 0
// expect: inf -inf true
// expect: 1.5 -0.5 0.5
// expect: 0 1 -1 0
// expect: -- type_as_value
// expect: true true true
// expect: true false true
// expect: Int String
// expect: 8 1
// expect: small wide
// expect: -- type_pointer
// expect: 5 6 7
// expect: 2 20
// expect: true
// expect: 30 3
// expect: 9 9
// expect: -- distinct_types
// expect: 5.5 3.0
// expect: true false
// expect: Meters Seconds
// expect: 12
// expect: 7
// expect: 3
// expect: -- type_soa_simd
// expect: 3 6 9
// expect: 1.5 7
// expect: 2 4 6 8 20
// expect: true false true
// expect: 4
// expect: -- expr_prec
// expect: true true false
// expect: 7 6 21 1
// expect: 3 5
// expect: 11 true
// expect: -9 9 -1
// expect: 24 3
// expect: 0 6
// expect: true
// expect: 2 9 1
// expect: 5
// expect: -- expr_braces
// expect: 1 2 3
// expect: 3 6
// expect: 4 5
// expect: 2 7
// expect: 9
// expect: 3 0 0
// expect: 1 2 4
// expect: 10 12
// expect: 6 b
// expect: 22
// expect: -- expr_ifx_forms
// expect: small 200
// expect: 3 none
// expect: 7
// expect: 5
// expect: found 2
// expect: -1
// expect: 1 2
// expect: 15 6
// expect: -- order
// expect: abc
// expect: fgi
// expect: 2 1
// expect: 1 0
// expect: xy
// expect: pq 7
// expect: 30 20
// expect: lrv
// expect: 6 6
// expect: -- stmt_for_more
// expect: 0 1 2 | 3 2 1 | 5:0 6:1 7:2
// expect: 255 254 0
// expect: 3 2 1 0
// expect: h0 é1 !3
// expect: ! é h
// expect: 10 20
// expect: 3
// expect: 2 3 4
// expect: 1:10 2:20
// expect: 0 10 20
// expect: 4 5 6 7
// expect: -- stmt_labels
// expect: 0,0 0,1 1,0 out
// expect: a c
// expect: 2
// expect: 3
// expect: d1 d0
// expect: x1 x3 done
// expect: -- stmt_defer_more
// expect: 3
// expect: a 0 b
// expect: 5 6
// expect: in out in out
// expect: last first
// expect: err
// expect: -- stmt_patterns
// expect: low mid high
// expect: ten neg
// expect: str1 strx
// expect: vow con
// expect: nul val
// expect: 11
// expect: true false
// expect: 6 7
// expect: Int>3 Float Slice Pointer other
// expect: T F
// expect: -- proc_params
// expect: 3 5 7
// expect: 12 -8 30
// expect: 6 0 10
// expect: 2:a 3:x
// expect: 1 4
// expect: 10 20
// expect: 0 1 2
// expect: d1 d2 x
// expect: 4 1
// expect: -- receivers
// expect: 3 4 5
// expect: 8 9
// expect: field 6
// expect: 2 1
// expect: 12
// expect: 5
// expect: -- operators
// expect: 4 6 | -1 -2 | 2 4
// expect: true false true true
// expect: 5 9 15
// expect: true false
// expect: 7 3
// expect: 20 1
// expect: 2 0
// expect: 11
// expect: 1 2
// expect: -- closures
// expect: 6 8
// expect: 3 4 1 5
// expect: 1 3 4 5
// expect: 42
// expect: 7
// expect: 11 21
// expect: 3
// expect: 9 1
// expect: -- proc_tail
// expect: true false
// expect: 500000500000
// expect: 3
// expect: -- gen_more
// expect: 7 2.5 b
// expect: 0 true
// expect: 3 12 4
// expect: 1 2 3 4
// expect: 6
// expect: GREEN yes
// expect: 5 8
// expect: small number other
// expect: 24
// expect: 3 abc
// expect: 10 2.5
// expect: -- err_more
// expect: 6 fail
// expect: 10
// expect: 0 TOO_BIG
// expect: -1 7
// expect: 1 3 | 1
// expect: 5
// expect: none
// expect: 12 NONE
// expect: true
// expect: 3 3
// expect: -- decl_top_values
// expect: 1 3 6 | 12 0 0
// expect: 7 true
// expect: 4 9
// expect: 2
// expect: -- type_string_parts
// expect: 3 108 abc bc
// expect: true 0
// expect: 4 true
// expect: héllo: h0 é1 l3 l4 o5
// expect: 1 2
// expect: 🎉a
// expect: -- type_fields_more
// expect: 1 24 8
// expect: 3 7
// expect: 6
// expect: 5 12
// expect: 4 16
// expect: -- stmt_if_bind
// expect: 5 none 3
// expect: 7 8
// expect: 12
// expect: fail 2
// expect: ok
// expect: -- proc_attributes
// expect: 3 4
// expect: 5
// expect: 9
// expect: 1 2
// expect: -- set_values
// expect: int 3 text 4
// expect: text
// expect: int
// expect: -- gen_args_mixed
// expect: 3 2.0
// expect: 5 true
// expect: x 4
// expect: i32 4
// expect: 12
// expect: 6 1
// expect: -- closures_mixed
// expect: 6 30
// expect: 100 55
// expect: 28 7 36
// expect: 12 abc
// expect: 5 6
// expect: -- loops_extreme
// expect: 256 255
// expect: 256 -128 127
// expect: 3: 127 126 125
// expect: 2: 254 255
// expect: 0 0 1
// expect: 9223372036854775805 9223372036854775807
// expect: 65536
// expect: a z 26
// expect: -- match_kinds
// expect: one two big neg other
// expect: min max mid
// expect: a..f g..z ? !
// expect: one 1.5 none
// expect: nul text
// expect: 3 7
// expect: m1 m2 other
// expect: deep 5 flat
// expect: -- unions_inside
// expect: 5 true false
// expect: 2 9
// expect: 4 4
// expect: true true false
// expect: 24 8
// expect: none some(none) some(some)
// expect: -- order_places
// expect: fgh 3
// expect: 10 7 20
// expect: p0 p1 9 8
// expect: 2 1 5
// expect: aib 12
// expect: 4 0
// expect: 6 14
// expect: -- params_alias
// expect: 1 100
// expect: 5 9
// expect: 3 3 4
// expect: 8
// expect: 12 7
// expect: -- globals_static
// expect: 3 leaf 2
// expect: 1 2 1 2
// expect: 4 [1, 2] [3]
// expect: x=1 y=2
// expect: 7 b
// expect: 340282366920938463463374607431768211455 0.5
// expect: 9 Int
// expect: -- results_mix
// expect: 1 2 3 4 5 six 7.5
// expect: 36 true 9
// expect: 8 3
// expect: 4 x 2
// expect: -- simd_wide
// expect: 36 204 8
// expect: 255 0 true
// expect: 2.5 -1.0
// expect: [4, 3, 2, 1]
// expect: 6 7 0
// expect: 3 30
// expect: -- soa
// expect: 3 6 2.5
// expect: 10 20 30
// expect: b 60
// expect: true
// expect: -- big_operators
// expect: 4 6 1 2
// expect: 9 12
// expect: 5 7 1
// expect: 3 2 1
// expect: true false
// expect: -- big_expressions
// expect: 5 7 9
// expect: 2 3 4
// expect: 8 1
// expect: 6 6 0
// expect: 22 0
// expect: 3 4 7
// expect: -- big_any_context
// expect: 5 7
// expect: Big 6 6
// expect: 3 9 3
// expect: 8
// expect: 2 4
// expect: 1 1
// expect: -- big_generic
// expect: 3 7
// expect: 5 2 9
// expect: 10
// expect: 4 2

// One program for each part of the language's description, written from its text.

Lex_Lines :: #import "lex_lines"
Decl_Defaults :: #import "decl_defaults"
Decl_Exact :: #import "decl_exact"
Type_Struct_Using :: #import "type_struct_using"
Type_Enum_Flags :: #import "type_enum_flags"
Unions :: #import "unions"
Type_Eq :: #import "type_eq"
Type_Conv :: #import "type_conv"
Type_Implicit :: #import "type_implicit"
Type_Arith :: #import "type_arith"
Type_As_Value :: #import "type_as_value"
Type_Pointer :: #import "type_pointer"
Distinct_Types :: #import "distinct_types"
Type_Soa_Simd :: #import "type_soa_simd"
Expr_Prec :: #import "expr_prec"
Expr_Braces :: #import "expr_braces"
Expr_Ifx_Forms :: #import "expr_ifx_forms"
Order :: #import "order"
Stmt_For_More :: #import "stmt_for_more"
Stmt_Labels :: #import "stmt_labels"
Stmt_Defer_More :: #import "stmt_defer_more"
Stmt_Patterns :: #import "stmt_patterns"
Proc_Params :: #import "proc_params"
Receivers :: #import "receivers"
Operators :: #import "operators"
Closures :: #import "closures"
Proc_Tail :: #import "proc_tail"
Gen_More :: #import "gen_more"
Err_More :: #import "err_more"
Decl_Top_Values :: #import "decl_top_values"
Type_String_Parts :: #import "type_string_parts"
Type_Fields_More :: #import "type_fields_more"
Stmt_If_Bind :: #import "stmt_if_bind"
Proc_Attributes :: #import "proc_attributes"
Set_Values :: #import "set_values"
Gen_Args_Mixed :: #import "gen_args_mixed"
Closures_Mixed :: #import "closures_mixed"
Loops_Extreme :: #import "loops_extreme"
Match_Kinds :: #import "match_kinds"
Unions_Inside :: #import "unions_inside"
Order_Places :: #import "order_places"
Params_Alias :: #import "params_alias"
Globals_Static :: #import "globals_static"
Results_Mix :: #import "results_mix"
Simd_Wide :: #import "simd_wide"
Soa :: #import "soa"
Big_Operators :: #import "big_operators"
Big_Expressions :: #import "big_expressions"
Big_Any_Context :: #import "big_any_context"
Big_Generic :: #import "big_generic"

main :: ()
    print("-- lex_lines\n")
    Lex_Lines.run()
    print("-- decl_defaults\n")
    Decl_Defaults.run()
    print("-- decl_exact\n")
    Decl_Exact.run()
    print("-- type_struct_using\n")
    Type_Struct_Using.run()
    print("-- type_enum_flags\n")
    Type_Enum_Flags.run()
    print("-- unions\n")
    Unions.run()
    print("-- type_eq\n")
    Type_Eq.run()
    print("-- type_conv\n")
    Type_Conv.run()
    print("-- type_implicit\n")
    Type_Implicit.run()
    print("-- type_arith\n")
    Type_Arith.run()
    print("-- type_as_value\n")
    Type_As_Value.run()
    print("-- type_pointer\n")
    Type_Pointer.run()
    print("-- distinct_types\n")
    Distinct_Types.run()
    print("-- type_soa_simd\n")
    Type_Soa_Simd.run()
    print("-- expr_prec\n")
    Expr_Prec.run()
    print("-- expr_braces\n")
    Expr_Braces.run()
    print("-- expr_ifx_forms\n")
    Expr_Ifx_Forms.run()
    print("-- order\n")
    Order.run()
    print("-- stmt_for_more\n")
    Stmt_For_More.run()
    print("-- stmt_labels\n")
    Stmt_Labels.run()
    print("-- stmt_defer_more\n")
    Stmt_Defer_More.run()
    print("-- stmt_patterns\n")
    Stmt_Patterns.run()
    print("-- proc_params\n")
    Proc_Params.run()
    print("-- receivers\n")
    Receivers.run()
    print("-- operators\n")
    Operators.run()
    print("-- closures\n")
    Closures.run()
    print("-- proc_tail\n")
    Proc_Tail.run()
    print("-- gen_more\n")
    Gen_More.run()
    print("-- err_more\n")
    Err_More.run()
    print("-- decl_top_values\n")
    Decl_Top_Values.run()
    print("-- type_string_parts\n")
    Type_String_Parts.run()
    print("-- type_fields_more\n")
    Type_Fields_More.run()
    print("-- stmt_if_bind\n")
    Stmt_If_Bind.run()
    print("-- proc_attributes\n")
    Proc_Attributes.run()
    print("-- set_values\n")
    Set_Values.run()
    print("-- gen_args_mixed\n")
    Gen_Args_Mixed.run()
    print("-- closures_mixed\n")
    Closures_Mixed.run()
    print("-- loops_extreme\n")
    Loops_Extreme.run()
    print("-- match_kinds\n")
    Match_Kinds.run()
    print("-- unions_inside\n")
    Unions_Inside.run()
    print("-- order_places\n")
    Order_Places.run()
    print("-- params_alias\n")
    Params_Alias.run()
    print("-- globals_static\n")
    Globals_Static.run()
    print("-- results_mix\n")
    Results_Mix.run()
    print("-- simd_wide\n")
    Simd_Wide.run()
    print("-- soa\n")
    Soa.run()
    print("-- big_operators\n")
    Big_Operators.run()
    print("-- big_expressions\n")
    Big_Expressions.run()
    print("-- big_any_context\n")
    Big_Any_Context.run()
    print("-- big_generic\n")
    Big_Generic.run()
end
