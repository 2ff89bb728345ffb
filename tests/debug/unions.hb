// gdb: break unions.hb:42
// gdb: run
// gdb: info locals
// gdb: print circle.tag
// shows: circle = {circle = 2}
// shows: text = {text = "a text"}
// shows: nothing = .nothing
// shows: nested = {shape = {text = "inside"}}
// shows: some_number = {some = 5}
// shows: no_number = .none
// shows: bits = {whole = 16909060, bytes = "\004\003\002\001"}
// shows: $1 = circle
Shape :: union
    circle: f64
    text: String
    nothing
end
Nested :: union
    shape: Shape
    number: Int
end
Bits :: union #raw
    whole: u32
    bytes: Array{u8, 4}
end
size :: (shape: Shape) -> Int
    match shape
    case .circle r => return Int(r)
    case .text t => return t.length
    case .nothing => return 0
    end
end
main :: ()
    circle := Shape.circle(2.0)
    text := Shape.text("a text")
    nothing := Shape.nothing
    nested := Nested.shape(.text("inside"))
    some_number: Maybe{Int} = 5
    no_number: Maybe{Int}
    bits := Bits{whole = 0x01020304}
    total := size(circle) + size(text) + size(nothing) + size(nested.shape) + (some_number or_else 0) + (no_number or_else 0)
    print("{} {}\n", total, bits.whole)
end
