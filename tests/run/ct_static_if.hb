// expect: linux 64
// expect: fast 3 yes
// expect: 8
// expect: small
// expect: nested
// expect: 4
#if Build.OS == "linux"
    NAME :: "linux"
#else
    NAME :: "other"
#end
#if Build.ARCH == "x86_64"
    WORD :: 64
#else #if Build.ARCH == "aarch64"
    WORD :: 64
#else
    WORD :: 32
#end
FAST :: #config("fast", true)
LEVEL :: #config("level", 3)
TITLE :: #config("title", "yes")
#if #config("fast", true)
    #import "Math"
    mode :: () -> String => "fast"
#else
    #import "Does_Not_Exist"
    mode :: () -> String => "slow"
#end
#if #config("weird", 2) > 1 && !false
    #if Build.DEBUG || true
        deep :: () -> String => "nested"
    #end
#end
S :: struct
    a: Int
    #if LEVEL > 5
        b: Int
        c: Int
    #end
end
pick :: {T}(x: T) -> Int
    #if is_integer(T)
        return 1
    #else #if is_float(T)
        return 2
    #else
        return 4
    #end
end
limit :: () -> Int => 10
main :: () -> Int
    print("{} {}\n", NAME, WORD)
    print("{} {} {}\n", mode(), LEVEL, TITLE)
    print("{}\n", size_of(S))
    #if limit() > 20
        print("big\n")
        this_is_not_even_resolved()
    #else
        print("small\n")
    #end
    print("{}\n", deep())
    print("{}\n", pick("x"))
    return 0
end
