P :: struct
    x, y: Int
end
E :: enum
    A
    B = 7
end
run :: ()
    i := type_info(P)
    print("{} {} {} {} {} {} {}\n", i.kind, i.name, i.size, i.fields.length, i.fields[0].name, i.fields[0].type, i.fields[0].offset)
    e := type_info(E)
    print("{} {} {} {}\n", e.kind, e.members.length, e.members[1].name, e.members[1].value)
    a := type_info(Array{i16, 3})
    print("{} {} {} {}\n", a.length, type_info(a.element).kind, type_info(a.element).is_signed, type_info(i16).size)
end
