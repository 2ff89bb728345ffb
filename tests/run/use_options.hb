// expect: tool -v -j 8 a.txt b.txt: true 8 0.0 "" ["a.txt", "b.txt"]
// expect: tool --ratio=0.25 --name Ada -- -v: false 4 0.25 "Ada" ["-v"]
// expect: tool --jobs many: --jobs cannot be "many"
// expect: tool --jobs: --jobs needs a value
// expect: tool --nonsense: there is no option --nonsense
// expect: tool: false 4 0.0 "" []
// expect: usage: tool [options] files…
// expect:   -v, --verbose          say more
// expect:   -j, --jobs             how many at a time (4)
// expect:   -r, --ratio            a part of one
// expect:       --name             who
// expect:       files              what to read

// a command line into a struct, with what a user gets wrong

Cli :: #import "Cli"
List :: #import "List"
Strings :: #import "Strings"

Options :: struct
    verbose: Bool #tag "cli:v say more"
    jobs: Int = 4 #tag "cli:j how many at a time"
    ratio: f64 #tag "cli:r a part of one"
    name: String #tag "cli: who"
    files: List.List{String} #tag "cli: what to read"
end

try :: (line: String)
    arguments := Strings.split_list(line, " ")
    options, error := Cli.parse{Options}(arguments.items())
    if error != .ok
        print("{}: {}\n", line, error)
    else
        print("{}: {} {} {} {:?} {}\n", line, options.verbose, options.jobs, options.ratio, options.name, options.files)
    end
end

main :: ()
    try("tool -v -j 8 a.txt b.txt")
    try("tool --ratio=0.25 --name Ada -- -v")
    try("tool --jobs many")
    try("tool --jobs")
    try("tool --nonsense")
    try("tool")
    print("{}", Cli.usage{Options}("tool"))
end
