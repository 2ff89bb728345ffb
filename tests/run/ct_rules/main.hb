// expect: -- run_things
// expect: 120 [1, 4, 9] 6
// expect: -- ct_list_static
// expect: [1, 2, 3] [1, 2, 3, 4]
// expect: -- static_if_in_body_and_struct
// expect: 8 big
// expect: -- branch_not_taken_only_parsed
// expect: 1
// expect: -- fields_loop_and_tags
// expect: a:Int:json:x=1 b:String:=q |
// expect: -- field_place
// expect: P{a = 5, b = 5}
// expect: -- type_info
// expect: STRUCT P 16 2 x Int 0
// expect: ENUM 2 B 7
// expect: 3 INTEGER true 2
// expect: -- type_tower
// expect: true true true Int Type
// expect: -- any
// expect: 3 none Int true
// expect: -- any_struct_by_place
// expect: 9
// expect: -- any_copy
// expect: 1
// expect: -- match_strings_perfect
// expect: 3 7 0
// expect: -- sparse_constants
// expect: 5 1 0
// expect: -- ct_same_as_run
// expect: true

// Rules of the language, a module each.

run_things :: #import "run_things"
ct_list_static :: #import "ct_list_static"
static_if_in_body_and_struct :: #import "static_if_in_body_and_struct"
branch_not_taken_only_parsed :: #import "branch_not_taken_only_parsed"
fields_loop_and_tags :: #import "fields_loop_and_tags"
field_place :: #import "field_place"
type_info :: #import "type_info"
type_tower :: #import "type_tower"
any :: #import "any"
any_struct_by_place :: #import "any_struct_by_place"
any_copy :: #import "any_copy"
match_strings_perfect :: #import "match_strings_perfect"
sparse_constants :: #import "sparse_constants"
ct_same_as_run :: #import "ct_same_as_run"

main :: ()
    print("-- run_things\n")
    run_things.run()
    print("-- ct_list_static\n")
    ct_list_static.run()
    print("-- static_if_in_body_and_struct\n")
    static_if_in_body_and_struct.run()
    print("-- branch_not_taken_only_parsed\n")
    branch_not_taken_only_parsed.run()
    print("-- fields_loop_and_tags\n")
    fields_loop_and_tags.run()
    print("-- field_place\n")
    field_place.run()
    print("-- type_info\n")
    type_info.run()
    print("-- type_tower\n")
    type_tower.run()
    print("-- any\n")
    any.run()
    print("-- any_struct_by_place\n")
    any_struct_by_place.run()
    print("-- any_copy\n")
    any_copy.run()
    print("-- match_strings_perfect\n")
    match_strings_perfect.run()
    print("-- sparse_constants\n")
    sparse_constants.run()
    print("-- ct_same_as_run\n")
    ct_same_as_run.run()
end
