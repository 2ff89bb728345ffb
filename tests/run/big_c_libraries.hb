// needs: /usr/include/zlib.h
// expect: true true dc571cdd
// expect: 5.0 0.75 6 10.0
// expect: [ 3.14|ab    |ff|z|-5]  3.14|ab    |ff|z|-5
// expect: 123 abc
// expect: [1, 5, 7] [2, 3, 8] [3, 1, 9] true
// expect: [3, 1, 9] [2, 3, 8] [1, 5, 7] true
// expect: [1, 5, 7] [2, 3, 8] [3, 1, 9] true
// expect: 2001-09-09 01:46:40 2001
// expect: hypot 10.0
// expect: difference -2.0
// expect: sum 14.0
// expect: me
// expect: true

// C libraries: libm, zlib, qsort with user data, getenv, struct tm, variadics, function pointers in structs.
#foreign-library "z"
#foreign-library "m"
Strings :: #import "Strings"

crc32 :: (crc: u64, data: Pointer{u8}, length: u32) -> u64 #foreign
compress2 :: (out: Pointer{u8}, out_length: Pointer{u64}, data: Pointer{u8}, length: u64, level: i32) -> i32 #foreign
uncompress :: (out: Pointer{u8}, out_length: Pointer{u64}, data: Pointer{u8}, length: u64) -> i32 #foreign
zlibVersion :: () -> CString #foreign
hypot :: (x: f64, y: f64) -> f64 #foreign
frexp :: (x: f64, e: Pointer{i32}) -> f64 #foreign
fmaf :: (x: f32, y: f32, z: f32) -> f32 #foreign
snprintf :: (out: Pointer{u8}, size: u64, format: CString, ..) -> i32 #foreign
strtol :: (text: CString, end_: Pointer{CString}, base: i32) -> i64 #foreign
qsort_r :: (base: Pointer{Void}, count: u64, size: u64, compare: #c-call (a: Pointer{Void}, b: Pointer{Void}, data: Pointer{Void}) -> i32, data: Pointer{Void}) #foreign
gmtime_r :: (time: Pointer{i64}, out: Pointer{Tm}) -> Pointer{Tm} #foreign
strftime :: (out: Pointer{u8}, size: u64, format: CString, time: Pointer{Tm}) -> u64 #foreign
memchr :: (s: Pointer{Void}, c: i32, n: u64) -> Pointer{u8} #foreign

Tm :: struct
    sec, min, hour, mday, mon, year, wday, yday, isdst: i32
    gmtoff: i64
    zone: CString
end

Order :: struct
    column: Int
    compared: Int
end

Row :: struct
    cells: Array{i32, 3}
end

compare :: (a: Pointer{Void}, b: Pointer{Void}, data: Pointer{Void}) -> i32
    order := Pointer{Order}(data)
    order.compared += 1
    return Pointer{Row}(a).cells[order.column] - Pointer{Row}(b).cells[order.column]
end

Operation :: struct
    name: String
    apply: #c-call (x: f64, y: f64) -> f64
end

difference :: #c-call (x: f64, y: f64) -> f64 => x - y

main :: () -> Int
    text := Strings.repeat("hello hubbub ", 100)
    room: Array{u8, 2000}
    length: u64 = 2000
    assert(compress2(room.data, &length, text.data, u64(text.length), 9) == 0)
    back := make_slice{u8}(text.length)
    back_length := u64(text.length)
    assert(uncompress(back.data, &back_length, room.data, length) == 0)
    print("{} {} {:08x}\n", length < 100, String{back.data, Int(back_length)} == text, crc32(0, text.data, u32(text.length)))
    e: i32
    m := frexp(48.0, &e)
    print("{} {} {} {}\n", hypot(3, 4), m, e, fmaf(2, 3, 4))
    buffer: Array{u8, 64}
    n := snprintf(buffer.data, 64, "%5.2f|%-6s|%x|%c|%lld", 3.14159, "ab", u32(255), i32('z'), i64(-5))
    print("[{}] {}\n", String{buffer.data, Int(n)}, CString(buffer.data))
    rest: CString
    print("{} {}\n", strtol("123abc", &rest, 10), rest)
    rows := Array{Row, _}{{{3, 1, 9}}, {{1, 5, 7}}, {{2, 3, 8}}}
    for column in 0..<3
        order := Order{column = column}
        qsort_r(rows.data, 3, u64(size_of(Row)), compare, &order)
        for row in rows
            print("{} ", row.cells)
        end
        print("{}\n", order.compared > 1)
    end
    t: i64 = 1_000_000_000
    tm: Tm
    assert(gmtime_r(&t, &tm) == &tm)
    written := strftime(buffer.data, 64, "%Y-%m-%d %H:%M:%S", &tm)
    print("{} {}\n", String{buffer.data, Int(written)}, tm.year + 1900)
    operations := Array{Operation, _}{{"hypot", hypot}, {"difference", difference}, {"sum", (x: f64, y: f64) -> f64 => x + y}}
    for o in operations
        print("{} {}\n", o.name, o.apply(6, 8))
    end
    found := memchr("find me".data, 'm', 7)
    print("{}\n", CString(found))
    print("{}\n", zlibVersion() != null)
    return 0
end
