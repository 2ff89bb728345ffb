// expect: large 1000000 8 /
// expect: 32 16
// expect: 9 8
// expect: 3 as an integer "text" something
// expect: 6

// `#if` around imports, declarations, fields, members of enums, statements, in loops, and within one another.

#if #config("tiny", false)
    #import "Tiny" (name, LIMIT)
#else
    #import "Large" (name, LIMIT)
#end

#if Build.OS == "linux"
    #if Build.ARCH == "x86_64" || Build.ARCH == "aarch64"
        WORD :: 8
    #else
        WORD :: 4
    #end
    Path :: #import "Path"
    separator :: () -> String => ifx Path.base("a/b") == "b" => "/" else => "\\" end
#else
    #import "There_Is_No_Such_Module"
    separator :: () -> String => "\\"
#end

#if false
    broken :: () -> Nothing_Known => unknown.name(1)
#end

Record :: struct {T, WIDE: Bool}
    value: T
    #if WIDE
        more: Array{T, 3}
        #if size_of(T) == 1
            padding: u32
        #end
    #else
        flag: Bool
    #end
end

pick :: {T}(x: T) -> String
    for i in 0..<2
        #if is_integer(T)
            if i == 1
                return format("{} as an integer", x)
            end
            continue
        #else #if is_string(T)
            return format("{:?}", x)
        #else
            #assert(!is_struct(T), "no structs here")
            break
        #end
    end
    return "something"
end

squares :: () -> Int
    total := 0
    #for i in 0..<4
        #if i % 2 == 1
            total += i * i
        #else
            total -= #run twice(i)
        #end
    #end
    return total
end

twice :: (n: Int) -> Int => n * 2

main :: ()
    print("{} {} {} {}\n", name(), LIMIT, WORD, separator())
    print("{} {}\n", size_of(Record{Int, true}), size_of(Record{Int, false}))
    r := Record{u8, true}{value = 1, more = {1, 2, 3}, padding = 9}
    print("{} {}\n", r.padding, size_of(type_of(r)))
    print("{} {} {}\n", pick(u8(3)), pick("text"), pick(1.5))
    print("{}\n", squares())
end
