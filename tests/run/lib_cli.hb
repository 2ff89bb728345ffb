// expect: Options{verbose = true, jobs = 9, define = ["a=1", "b"], ids = [1, 2], color = some(auto), ratio = 0.5, small = 0, input = "in", rest = ["x", "-9"]} ok
// expect: Options{verbose = true, jobs = 12, define = ["v"], ids = [], color = none, ratio = -1.5, small = 255, input = "-", rest = ["-v", "--jobs"]} ok
// expect: false 4 ok
// expect: -j cannot be "x"
// expect: --small cannot be "256"
// expect: --small cannot be "-1"
// expect: there is no option -q
// expect: there is no option --input
// expect: there is no option --job
// expect: -D needs a value
// expect: -vj needs a value
// expect: input has to be given
// expect: --color cannot be "pink"
// expect: the usage is asked for
// expect: the usage is asked for
// expect: Tool{quiet = true, command = remote(Remote{action = add(Add{force = true, url = "u"})})} ok
// expect: Tool{quiet = false, command = status} ok
// expect: url has to be given
// expect: nobody takes "extra"
// expect: nobody takes "remove"
// expect: command has to be given
// expect: help of [remote add]
// expect: help of [remote]
// expect: help of []
// expect: usage: tool [options] command …
// expect:   -q, --quiet            say less
// expect: commands:
// expect:       nothing
// expect:       status             what there is
// expect:       remote
// expect: no leak: true

// Arguments as users of other libraries write them: letters together, values attached, repeated options, `--`, negative numbers, positions, commands within commands.

#import "List"
Cli :: #import "Cli"
Tracking :: #import "Tracking"

Color :: enum
    always
    auto
    never_ever
end

Options :: struct
    verbose: Bool           #tag "cli:v"
    jobs: Int = 4           #tag "cli:j how many at once"
    define: List{String}    #tag "cli:D"
    ids: List{Int}
    color: Maybe{Color}
    ratio: f64 = 0.5
    small: u8
    input: String           #tag "cli:(position, required) what to read"
    rest: List{String}
end

Add :: struct
    force: Bool             #tag "cli:f"
    url: String             #tag "cli:(position, required)"
end

Action :: union
    show
    add: Add
end

Remote :: struct
    action: Action
end

Command :: union
    nothing
    status                  #tag "cli: what there is"
    remote: Remote
end

Tool :: struct
    quiet: Bool             #tag "cli:q say less"
    command: Command        #tag "cli:(required)"
end

release :: (o: Pointer{Options})
    o.define.destroy()
    o.ids.destroy()
    o.rest.destroy()
end

right :: (arguments: Slice{String})
    options, error := Cli.parse{Options}(arguments)
    print("{} {}\n", options, error)
    release(&options)
end

wrong :: (arguments: Slice{String})
    options, error := Cli.parse{Options}(arguments)
    print("{}\n", error)
    release(&options)
end

tool :: (arguments: Slice{String})
    options, error := Cli.parse{Tool}(arguments)
    match error
    case .ok => print("{} {}\n", options, error)
    case .help names
        print("help of [{}]\n", names)
        if names == "remote add"
            delete(names)
        end
    else
        print("{}\n", error)
    end
end

all :: ()
    right({"p", "-vj9", "-Da=1", "-D", "b", "--ids=1", "--ids", "2", "--color=AUTO", "in", "x", "-9"})
    right({"p", "-v=true", "-j=12", "-D=v", "--ratio", "-1.5", "--small=255", "-", "--", "-v", "--jobs"})
    options, error := Cli.parse{Options}({"p", "a", "-v=false"})
    print("{} {} {}\n", options.verbose, options.jobs, error)
    wrong({"p", "a", "-jx"})
    wrong({"p", "a", "--small=256"})
    wrong({"p", "a", "--small=-1"})
    wrong({"p", "a", "-q"})
    wrong({"p", "--input=a"})
    wrong({"p", "a", "--job=3"})
    wrong({"p", "a", "-D"})
    wrong({"p", "a", "-vj"})
    wrong({"p", "-v"})
    wrong({"p", "a", "--color", "pink"})
    wrong({"p", "a", "--help"})
    wrong({"p", "a", "-h"})
    tool({"t", "-q", "remote", "add", "-f", "u"})
    tool({"t", "status"})
    tool({"t", "remote", "add"})
    tool({"t", "status", "extra"})
    tool({"t", "remove"})
    tool({"t", "-q"})
    tool({"t", "remote", "add", "--help"})
    tool({"t", "remote", "-h"})
    tool({"t", "--help"})
    usage := Cli.usage{Tool}("/bin/tool")
    print("{}", usage)
    delete(usage)
end

main :: ()
    tracking := Tracking.create()
    with context{allocator = Tracking.allocate, allocator_data = &tracking}
        all()
    end
    print("no leak: {}\n", tracking.report())
end
