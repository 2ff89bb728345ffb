// expect: false 2 0.5 fast a.out []
// expect: true 9 0.5 small b ["x", "y"]
// expect: false 2 0.5 fast a.out ["-v", "--level"]
// expect: false 9 0.001 fast a.out []
// expect: --level needs a value
// expect: --level cannot be "many"
// expect: --mode cannot be "huge"
// expect: there is no option --frob
// expect: there is no option -x
// expect: --verbose cannot be "yes"
// expect: usage: tool [options] files…
// expect:   -v, --verbose          say more
// expect:   -l, --level            from 0 to 9 (2)
// expect:       --ratio (0.5)
// expect:   -m, --mode             fast or small (fast)
// expect:   -o, --output           where to (a.out)
// expect:       files              what to read

// A command line read into a struct, right and wrong.

#import "List"
Cli :: #import "Cli"

Mode :: enum
    fast
    small
end

Options :: struct
    verbose: Bool           #tag "cli:v say more"
    level: Int = 2          #tag "cli:l from 0 to 9"
    ratio: f64 = 0.5
    mode: Mode              #tag "cli:m fast or small"
    output: String = "a.out" #tag "cli:o where to"
    files: List{String}     #tag "cli: what to read"
end

try :: (arguments: Slice{String})
    options, error := Cli.parse{Options}(arguments)
    if error != .ok
        print("{}\n", error)
        return
    end
    print("{} {} {} {} {} {}\n", options.verbose, options.level, options.ratio, options.mode, options.output, options.files)
end

main :: () -> Int
    try({"tool"})
    try({"tool", "-v", "-l", "9", "--mode=small", "--output", "b", "x", "y"})
    try({"tool", "--", "-v", "--level"})
    try({"tool", "-l9", "--ratio=1e-3"})
    try({"tool", "--level"})
    try({"tool", "--level=many"})
    try({"tool", "--mode", "huge"})
    try({"tool", "--frob"})
    try({"tool", "-x"})
    try({"tool", "--verbose=yes"})
    print("{}", Cli.usage{Options}("tool"))
    return 0
end
