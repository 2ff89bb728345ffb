// error-line: 12
// error-mentions: id

Owner :: struct
    id: Int
end
Place :: struct
    id: Int
end
Item :: struct
    using owner: Pointer{Owner}
    using place: Place
end

main :: ()
    item: Item
    print("{}\n", item.id)
end
