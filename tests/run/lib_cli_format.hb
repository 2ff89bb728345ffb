// expect:     42|a|a 3.14 {} 00ff *hi*
// expect: a placeholder does not end at position 2
// expect: there is no such item at position 3
// expect: no specification is written so at position 1
// expect: `}` without `{`; a brace is written `}}` at position 0
// expect: "q" Point{x = 1, y = 2} +5 1e3
// expect: true 3 0.5 FAST out.txt ["a", "b", "-c"] ok
// expect: false 1 1.5 SLOW  [] ok
// expect: there is no option --nothing
// expect: --count needs a value
// expect: --count cannot be "many"
// expect: -m cannot be "medium"
// expect: nobody takes "x"
// expect: usage: tool [options] files…
// expect:   -v, --verbose          say more
// expect:       --count            how often (1)
// expect:       --min-ratio (1.5)
// expect:   -m, --mode             slow or fast (SLOW)
// expect:   -o, --output           where to
// expect:       files              what to read

Cli :: #import "Cli"
Format :: #import "Format"
#import "List"

Point :: struct
    x, y: Int
end

Mode :: enum
    SLOW
    FAST
end

Options :: struct
    verbose: Bool #tag "cli:v say more"
    count: Int = 1 #tag "cli: how often"
    min_ratio: f64 = 1.5
    mode: Mode #tag "cli:m slow or fast"
    output: String #tag "cli:o where to"
    files: List{String} #tag "cli: what to read"
end

Plain :: struct
    count: i8
end

complain :: (template: String)
    _, error := Format.text(template, 1)
    print("{}\n", error)
end

attempt :: (arguments: Slice{String})
    o, error := Cli.parse{Options}(arguments)
    print("{} {} {} {} {} {} {}\n", o.verbose, o.count, o.min_ratio, o.mode, o.output, o.files, error)
end

refused :: (arguments: Slice{String})
    _, error := Cli.parse{Options}(arguments)
    print("{}\n", error)
end

main :: () -> Int
    text, _ := Format.text("{1:>6}|{0}|{0} {2:.2} {{}} {3:04x} {4:*^4}", "a", 42, 3.14159, 255, "hi")
    print("{}\n", text)
    complain("a {")
    complain("{} {}")
    complain("{:q}")
    complain("}")
    more, _ := Format.text("{:?} {} {:+} {:e}", "q", Point{1, 2}, 5, 1000.0)
    print("{}\n", more)
    attempt({"tool", "-v", "--count=3", "a", "--min-ratio", "0.5", "-m", "fast", "b", "-o", "out.txt", "--", "-c"})
    attempt({"tool"})
    refused({"tool", "--nothing"})
    refused({"tool", "--count"})
    refused({"tool", "--count", "many"})
    refused({"tool", "-m", "medium"})
    _, error := Cli.parse{Plain}({"tool", "x"})
    print("{}\n", error)
    print("{}", Cli.usage{Options}("/bin/tool"))
    return 0
end
