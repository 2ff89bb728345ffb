// expect: 7 8 nested 2
// What stands in the branch of a top-level `#if` that is taken is declared once, with its symbol.

#if Build.OS == "linux"
    exported :: (x: Int) -> Int #export "branch_exported"
        step :: 1
        return x + step
    end
    counter: Int = 8 #export "branch_counter"
#else
    exported :: (x: Int) -> Int #export "branch_exported" => x
    counter: Int = 9 #export "branch_counter"
#end

#if Build.OS == "none"
    name :: "none"
#else #if Build.OS == "other"
    name :: "other"
#else
    name :: "nested"
    length: Int = 2
#end

main :: ()
    print("{} {} {} {}\n", exported(6), counter, name, length)
end
