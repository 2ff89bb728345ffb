// expect: 64 [4, 0, 0, 0, 100, 105, 115, 107]
// expect: disk Entry{name = "b.txt", kind = FILE, size = 70000, cache = 0, parent = some(0), times = [1.5, -2.25]}
// expect: true
// expect: 66 some(5)

List :: #import "List"

// Any value to bytes and back, by its fields: nothing but `#for` and questions about types.

write :: {T}(out: Pointer{List.List{u8}}, x: T) where is_integer(T) || is_float(T) || is_bool(T) || is_enum(T)
    copy := x
    bytes := Pointer{u8}(&copy)
    for i in 0..<size_of(T)
        out.append(bytes[i])
    end
end

write :: (out: Pointer{List.List{u8}}, x: String)
    write(out, u32(x.length))
    for i in 0..<x.length
        out.append(x[i])
    end
end

write :: {T}(out: Pointer{List.List{u8}}, x: Slice{T})
    write(out, u32(x.length))
    for element in x
        write(out, element)
    end
end

write :: {T}(out: Pointer{List.List{u8}}, x: T) where is_struct(T)
    #for f in fields(T)
        #if f.tag != "skip"
            write(out, field(x, f))
        #end
    #end
end

write :: {T}(out: Pointer{List.List{u8}}, x: Maybe{T})
    write(out, x != none)
    if x != none
        write(out, x.some)
    end
end

Reader :: struct
    data: Slice{u8}
    at: Int
end

read :: {T}(r: Pointer{Reader}, to: Pointer{T}) where is_integer(T) || is_float(T) || is_bool(T) || is_enum(T)
    bytes := Pointer{u8}(to)
    for i in 0..<size_of(T)
        bytes[i] = r.data[r.at + i]
    end
    r.at += size_of(T)
end

length_of :: (r: Pointer{Reader}) -> Int
    n: u32
    read(r, &n)
    return Int(n)
end

read :: (r: Pointer{Reader}, to: Pointer{String})
    n := length_of(r)
    text := make_slice{u8}(n)
    for &byte, i in text
        byte = r.data[r.at + i]
    end
    r.at += n
    to@ = String{data = text.data, length = n}
end

read :: {T}(r: Pointer{Reader}, to: Pointer{Slice{T}})
    items := make_slice{T}(length_of(r))
    for &item in items
        read(r, &item)
    end
    to@ = items
end

read :: {T}(r: Pointer{Reader}, to: Pointer{T}) where is_struct(T)
    #for f in fields(T)
        #if f.tag != "skip"
            read(r, &field(to@, f))
        #end
    #end
end

read :: {T}(r: Pointer{Reader}, to: Pointer{Maybe{T}})
    is_there: Bool
    read(r, &is_there)
    if is_there
        value: T
        read(r, &value)
        to@ = value
    else
        to@ = none
    end
end

Kind :: enum {u8}
    FILE
    FOLDER
end

Entry :: struct
    name: String
    kind: Kind
    size: u32
    cache: Int #tag "skip"
    parent: Maybe{i16}
    times: Slice{f64}
end

Volume :: struct
    label: String
    entries: Slice{Entry}
end

packed :: () -> Slice{u8}
    out := List.list{u8}()
    volume := Volume{"disk", {
        Entry{"a", .FOLDER, 0, 99, none, {}},
        Entry{"b.txt", .FILE, 70000, 99, some(i16(0)), {1.5, -2.25}},
    }}
    write(&out, volume)
    return out.items()
end

unpacked :: (data: Slice{u8}) -> Volume
    r := Reader{data, 0}
    volume: Volume
    read(&r, &volume)
    assert(r.at == data.length, "all is read")
    return volume
end

PACKED :: #run packed()
VOLUME :: #run unpacked(PACKED)
variable := #run unpacked(PACKED)

main :: ()
    print("{} {}\n", PACKED.length, PACKED[..<8])
    print("{} {:?}\n", VOLUME.label, VOLUME.entries[1])
    print("{}\n", equal(PACKED, packed()))
    variable.entries[0].parent = 5
    out := List.list{u8}()
    write(&out, variable)
    print("{} {}\n", out.length, unpacked(out.items()).entries[0].parent)
end
