// expect: linux 8 5
#if Build.OS == "linux"
    #import "Strings"
    name :: () -> String => to_upper("linux")
#else
    Big :: #import "Nothing_At_All"
    name :: () -> String => nothing_here()
#end
#if #config("wide", true) && Build.ARCH != ""
    word :: u64
#else
    word :: u32
#end
S :: struct
    #if size_of(word) == 8
        x: word
    #else
        y: word
    #end
end
pick :: {T}(x: T) -> Int
    #if is_struct(T)
        return 5
    #else #if nothing_known(T)
        return no_such_thing(x)
    #else
        return 1
    #end
end
nothing_known :: (T: Type) -> Bool => T == String
main :: ()
    print("{} {} {}\n", to_lower(name()), size_of(S), pick(S{1}))
end
