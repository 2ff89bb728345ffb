#if Build.OS == "linux"
    name :: "linux"
#else
    name :: "other"
#end
#if #config("x", 3) > 2 && Build.ARCH == "x86_64"
    X :: 3
#else #if false
    X :: 4
#else
    X :: 5
#end
run :: ()
    print("{} {}\n", name, X)
end
