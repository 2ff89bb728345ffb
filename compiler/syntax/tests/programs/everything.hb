#!/usr/bin/env hubbubc run
//! Every construct of the grammar once, for tests that take programs apart.

#import "Base"
#import "Shapes/Round" (circle, area)
Math :: #import "Math" #public
lz4 :: #foreign_library "liblz4";
#foreign-library "extra"

#if Build.OS == "linux" && #config("wide", false)
    SEPARATOR :: "/"
#else #if Build.OS == "windows"
    SEPARATOR :: "\\"
#else
    SEPARATOR :: ":"
#end

#assert(size_of(Int) == 8, "Int has eight bytes")
#add-context trace_id: u64 = 0
#run prepare()

LIMIT :: 100
BYTE: u8 : 0xff
MIN, MAX: Int : -1, 1
PRIMES :: #run first_primes(10)
TABLE :: #embed "table.bin"
hits: Int = 0 #thread-local
words := Array{String, _}{"one", "two"}

Compare :: #type (a: Int, b: Int) -> Int
Meters :: distinct f64 #error
Callback :: #c-call (x: i32, data: *Void) -> i32;

/// A point of the plane.
Point :: struct #align(16)
    x, y: f32
    name: String = "origin" #tag "json:name"
    using base: Base_Point
    #if Build.DEBUG
        trace: u64
    #end
end

Pair :: struct {A, B: Type, N: Int} where N > 0
    first: A; second: B
end

Color :: enum {u8} #flags
    RED = 1
    GREEN = 1 << 1
    BLUE #deprecated "too cold"
end

Shape :: union {T}
    circle: Circle
    square, rhombus: Pointer{Square{T}}
    empty
end

LZ4_compressBound :: (inputSize: s32) -> s32 #foreign lz4;
printf :: (format: CString, ..) -> i32 #foreign
close_window :: (w: *Void) #foreign "glfwCloseWindow"
environ: Pointer{CString} #foreign

+ :: #operator (a: Point, b: Point) -> Point
    return Point{a.x + b.x, a.y + b.y}
end
- :: #operator (a: Point) -> Point => Point{-a.x, -a.y}
&[] :: #operator {T}(t: Pointer{Table{T}}, name: String) -> Pointer{T}
    return &t.values[0]
end
[]= :: #operator (t: *Grid, row: Int, value: Int)
    t.cells[row] = value
end

add :: (a: Int, b: Int = 1) -> Int => a + b
log_all :: (level: Log_Level, items: ..Any, where_ := #caller-location)
end
divmod :: (a: Int, b: Int) -> (quotient: Int, remainder: Int)
    return a / b, a % b
end
higher :: (f: (x: Int) -> Int) -> (y: Int) -> Int
    return (y: Int) -> Int => f(y)
end
greatest :: {T, N: Int}(items: Array{T, N}) -> T where is_ordered(T) && N > 0
    best := items[0]
    for x, i in items
        if x > best
            best = x
        end
    end
    return best
end
sign :: (n: Int) -> Int #inline
    if n < 0 return -1; end
    return ifx n > 0 => 1 else => 0 end
end

words_of :: (text: String, it: Pointer{Iterator}) -> (Int, Error)
    a, b := 1, "two"
    _, rest := divmod(7, 2)
    z: Array{f64, 16}
    w: Array{f64, 16} = uninit
    n := parse(text) or_return
    m := parse(text) or_else parse("0") or_else -1
    outer: for &x in z[1..<3]
        if x == 0.5 || !done(x) && x in set
            continue outer
        else if x != 1e-3
            break outer
        else
            x = x * 2.0
        end
    end
    while line := next(it)
        k := check(line) or_continue outer
        print("{}\n", line[..], k)
    end
    total, count = count, total
    total += 1; count <<= 2
    p@ = p[3]@ + (a - b) %% 3
    add := [total, &count] (x: Int)
        count += total * x
    end
    sort(items, (a: Int, b: Int) -> Bool => a < b, reverse = true, ..rest)
    with context{allocator = Arena.allocate, allocator_data = &arena}
        defer free(p)
        defer block
            free(q)
        end
    end
    value := match shape
    case .circle &c => c.radius * 2.0
    case .expr.binary b, Shape.square if b > 3
        => b
    case 1, 3..=9, 'a'..<'z', -1 => 0.0
    case (LIMIT + 1) => 1.0
    case Int n, Pointer{Int} => 2.0
    case _ => 3.0
    else
        => block
            if n > 3
                => 1
            end
            => 2
        end
    end
    match tag
    case .A => return 0, .NONE
    case .B
        print("b")
    else => panic("neither")
    end
    #for f in fields(Point)
        print("{}", field(x, f))
    #end
    #no-bounds-checks block
        total += z[3]
    end
    low, high := #asm("rdtsc", "={rax},={rdx}") -> (u64, u64)
    long := text
        .trimmed()
        .upper()
    shifted := ~a & b | c ^ d << 2 >> 1
    point := Point{x = 1, y = {1, 2, 3}.length}{y = 2}
    thing: Type = #type *Pointer{Int}
    here := #file
    line := #line
    raw := `two
lines`
    rune := '\u{1F600}'
    return #tail words_of(text, it)
end
