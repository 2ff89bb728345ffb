// error-line: 18
// error-mentions: where is_table_key(K)
// error-line: 19
// error-mentions: `VERBOSE` has no value
// error-line: 20
// error-mentions: `true` is given twice
// error-line: 21
// error-mentions: a curve from 2.0 to 1.0: the first must be less
// error-line: 22
// error-mentions: index 3 is out of range

Tables :: #import "Lookup_Table"
Far :: enum
    A
    B = 1_000_000
end
far :: (_x: Far) -> Int => 1
HUGE :: #run Tables.build(far)
HOLE :: #run Tables.build_of{LogMode, Int}({{.NONE, 1}, {.MINIMAL, 2}, {.EVERYDAY, 3}})
TWICE :: #run Tables.build_of{Bool, Int}({{true, 1}, {false, 2}, {true, 3}})
BACK :: #run Tables.build_curve{8}((x: f64) -> f64 => x, 2.0, 1.0)
OUTSIDE :: #run Tables.build_range{1, 3}((x: Int) -> Int => x)[4]
main :: ()
    print("{} {} {} {} {}\n", HUGE[Far.A], HOLE[LogMode.NONE], TWICE[true], BACK.at(1.0), OUTSIDE)
end
