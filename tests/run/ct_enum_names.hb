// expect: GREEN
// expect: GREEN 5
// expect: none
// expect: true
// expect: RED,GREEN,BLUE,
// expect: 3
// expect: BLUE
Color :: enum
    RED
    GREEN = 5
    BLUE
end
enum_from :: {E}(text: String) -> Maybe{E} where is_enum(E)
    #for m in members(E)
        if text == enum_name(m)
            return m
        end
    #end
    return none
end
count_members :: {E}() -> Int
    n := 0
    #for m in members(E)
        n += 1
    #end
    return n
end
last_of :: {E}() -> E
    r: E
    #for m in members(E)
        r = m
    #end
    return r
end
main :: () -> Int
    c := Color.GREEN
    print("{}\n", enum_name(c))
    if m := enum_from{Color}("GREEN")
        print("{} {}\n", m, i32(m))
    end
    if m := enum_from{Color}("YELLOW")
        print("{}\n", m)
    else
        print("none\n")
    end
    N :: #run enum_from{Color}("BLUE")
    print("{}\n", N.some == Color.BLUE)
    #for m in members(Color)
        print("{},", m)
    #end
    print("\n")
    print("{}\n", count_members{Color}())
    L :: last_of{Color}()
    print("{}\n", L)
    return 0
end
