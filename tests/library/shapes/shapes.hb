//! A library for C programs: every kind of type that a header describes.

Point :: struct
    x, y: f64
end

Color :: enum {u8}
    RED
    GREEN = 5
    BLUE
end

Access :: enum {u32} #flags
    READ
    WRITE
end

Meters :: distinct f64

Shape :: union
    circle: f64
    corners: Slice{Point}
    empty
end

Bits :: union #raw
    whole: u32
    bytes: Array{u8, 4}
end

Header :: struct #packed
    tag: u8
    length: u32
end

Node :: struct
    value: Int
    next: *Node
    parent: Maybe{*Node}
    default: Color
    visit: #c-call (node: *Node, user: *void) -> Bool
    secret: *Hidden
end

Hidden :: struct
    anything: Any
end

Pair :: struct {A, B}
    first: A
    second: B
end

/// How often anything was called.
calls: Int #export

/// The sum of two points.
/// It is a point again.
add_points :: (a: Point, b: Point) -> Point #export
    calls += 1
    return Point{a.x + b.x, a.y + b.y}
end

next-color :: (color: Color) -> Color #export "next_color"
    return ifx color == .RED => .GREEN else if color == .GREEN => .BLUE else => .RED end
end

may :: (access: Access) -> Access #export => access | .WRITE

longest :: (words: Slice{String}) -> String #export
    best := ""
    for word in words
        if word.length > best.length
            best = word
        end
    end
    return best
end

area :: (shape: Shape) -> Meters #export
    match shape
    case .circle r => return Meters(r * r * 3.0)
    case .corners c => return Meters(f64(c.length))
    case .empty => return Meters(0.0)
    end
end

make_shape :: (kind: i32) -> Shape #export
    return ifx kind == 0 => Shape.circle(2.0) else => .empty end
end

sum :: (numbers: Slice{i32}) -> Int #export
    // needs its context: it allocates
    copy := make_slice{Int}(numbers.length)
    defer delete(copy)
    for n, i in numbers
        copy[i] = Int(n)
    end
    total := 0
    for n in copy
        total += n
    end
    return total
end

walk :: (node: *Node, user: *void) -> Int #export
    count := 0
    at := node
    while at != null
        count += 1
        if !at.visit(at, user)
            break
        end
        at = at.next
    end
    return count
end

reverse_bytes :: (bits: Bits) -> Bits #export
    return Bits{bytes = {bits.bytes[3], bits.bytes[2], bits.bytes[1], bits.bytes[0]}}
end

header_length :: (header: Header) -> u32 #export => header.length
first_of :: (pair: Pair{i32, String}) -> i32 #export => pair.first
scaled :: (vector: Array{f32, 3}, by: f32) -> Array{f32, 3} #export => Array{f32, 3}{vector[0] * by, vector[1] * by, vector[2] * by}
find :: (numbers: *i32, count: Int, wanted: i32) -> Maybe{*i32} #export
    for i in 0..<count
        if numbers[i] == wanted
            return some(&numbers[i])
        end
    end
    return none
end
half :: (n: Int) -> Maybe{Int} #export => ifx n % 2 == 0 => some(n / 2) else => none end
greet :: (name: CString) #export
    print("hello {}, call {}\n", name, calls)
end

/// Hubbub has a buffer of its own; it is written out when the process ends, or here.
flush_all :: () #export
    flush()
end
wide :: (x: i128) -> i128 #export => x * 2
apply :: #c-call (f: #c-call (x: i32) -> i32, x: i32) -> i32 #export
    return f(x)
end
on_event :: (f: #c-call (kind: i32, text: CString) -> Bool) -> Bool #export => f(7, "event")
