// expect: linux true
// expect: in a body

// The constants of `Build` are there without an import, in conditions and in expressions.

#if Build.OS == "linux"
    system :: () -> String => "linux"
#else
    system :: () -> String => "another one"
#end

main :: () -> Int
    print("{} {}\n", system(), system() == Build.OS)
    #if Build.ARCH != "" && Build.RUNTIME != "none"
        print("in a body\n")
    #end
    return 0
end
