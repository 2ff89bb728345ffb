// expect: 5 285 8 P x:Int s:String
// expect: 11 19

// generic code with #run inside, instances in parallel
squares :: {N: Int}() -> Array{Int, N}
    out: Array{Int, N}
    for &x, i in out
        x = i * i
    end
    return out
end
sum_of :: {N: Int}() -> Int
    total := 0
    for x in #run squares{N}()
        total += x
    end
    return total
end
Cache :: struct {T, SIZE: Int}
    items: Array{T, #run rounded(SIZE)}
end
rounded :: (n: Int) -> Int
    size := 1
    while size < n
        size *= 2
    end
    return size
end
describe :: {T}() -> String
    return #run text_of{T}()
end
text_of :: {T}() -> String
    text := type_name(T)
    #for f in fields(T)
        text = format("{} {}:{}", text, f.name, f.type)
    #end
    return text
end
P :: struct
    x: Int #tag "one"
    s: String #tag "two"
end
size_with_tag :: {F}(tag: String) -> Int => size_of(F) + tag.length
// The name of a `#for`, as a type argument of what is computed in it too.
sizes_of :: {T}() -> Array{Int, 2}
    sizes: Array{Int, 2}
    #for f in fields(T)
        sizes[f.index] = #run size_with_tag{f.type}(f.tag)
    #end
    return sizes
end
main :: ()
    c: Cache{Int, 5}
    print("{} {} {} {}\n", sum_of{3}(), sum_of{10}(), c.items.length, describe{P}())
    sizes := sizes_of{P}()
    print("{} {}\n", sizes[0], sizes[1])
end
