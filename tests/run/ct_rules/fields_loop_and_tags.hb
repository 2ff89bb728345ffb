P :: struct
    a: Int #tag "json:x"
    b: String
end
run :: ()
    p := P{1, "q"}
    #for f in fields(P)
        print("{}:{}:{}={} ", f.name, f.type, f.tag, field(p, f))
    #end
    print("|\n")
end
