// Odd arguments: what cannot be read is told as it was given, and leaves the field as it is.

// expect: []: "ok" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", ""]: "ok" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--", "--", "-v"]: "ok" | 1 0 0 0 HAPPY none [] "" "--" ["-v"]
// expect: ["p", "-"]: "ok" | 1 0 0 0 HAPPY none [] "" "-" []
// expect: ["p", "---"]: "there is no option ---" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--=x"]: "there is no option --" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--count="]: "--count cannot be \"\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-n==5"]: "-n cannot be \"=5\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-n-5"]: "ok" | -5 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--count=9223372036854775808"]: "--count cannot be \"9223372036854775808\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-s", "128"]: "-s cannot be \"128\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-s", "-128"]: "ok" | 1 -128 0 0 HAPPY none [] "" "" []
// expect: ["p", "--big=-1"]: "--big cannot be \"-1\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--wide=-170141183460469231731687303715884105728"]: "ok" | 1 0 0 -170141183460469231731687303715884105728 HAPPY none [] "" "" []
// expect: ["p", "--wide=170141183460469231731687303715884105728"]: "--wide cannot be \"170141183460469231731687303715884105728\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--mood=not-so-happy"]: "ok" | 1 0 0 0 NOT_SO_HAPPY none [] "" "" []
// expect: ["p", "--mood="]: "--mood cannot be \"\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--note=x"]: "--note cannot be \"x\"" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--note=3", "--note=4"]: "ok" | 1 0 0 0 HAPPY some(4) [] "" "" []
// expect: ["p", "-v", "-v", "--verbose=false"]: "ok" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-vé"]: "there is no option -é" | verbose 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-é"]: "there is no option -é" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-v\xff"]: "there is no option -\xff" | verbose 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "--\xff", "x"]: "there is no option --\xff" | 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "\xff", "--out=\0"]: "ok" | 1 0 0 0 HAPPY none [] "\0" "\xff" []
// expect: ["p", "-i", "1", "-i2", "--ids", "x"]: "--ids cannot be \"x\"" | 1 0 0 0 HAPPY none [1, 2] "" "" []
// expect: ["p", "-vo"]: "-vo needs a value" | verbose 1 0 0 0 HAPPY none [] "" "" []
// expect: ["p", "-5", "-.5"]: "ok" | 1 0 0 0 HAPPY none [] "" "-5" ["-.5"]
// expect: ["p", "-vh"]: "the usage is asked for" | verbose 1 0 0 0 HAPPY none [] "" "" []
// expect: 100002
#import "List"
Cli :: #import "Cli"
Strings :: #import "Strings"

Mood :: enum
    HAPPY
    NOT_SO_HAPPY
end

Options :: struct
    verbose: Bool     #tag "cli:v say more"
    count: Int = 1    #tag "cli:n how often"
    small: i8         #tag "cli:s"
    big: u64
    wide: i128
    mood: Mood
    note: Maybe{Int}
    ids: List{Int}    #tag "cli:i"
    out: String       #tag "cli:o"
    first: String     #tag "cli:(position)"
    files: List{String}
end

// What came of it: all that is not as it was.
try :: (arguments: Slice{String})
    o, error := Cli.parse{Options}(arguments)
    print("{:?}: {:?} |", arguments, format("{}", error))
    if o.verbose
        print(" verbose")
    end
    print(" {} {} {} {} {} {} {} {:?} {:?} {:?}\n", o.count, o.small, o.big, o.wide, o.mood, o.note, o.ids, o.out, o.first, o.files)
end

main :: ()
    try({})
    try({"p", ""})
    try({"p", "--", "--", "-v"})
    try({"p", "-"})
    try({"p", "---"})
    try({"p", "--=x"})
    try({"p", "--count="})
    try({"p", "-n==5"})
    try({"p", "-n-5"})
    try({"p", "--count=9223372036854775808"})
    try({"p", "-s", "128"})
    try({"p", "-s", "-128"})
    try({"p", "--big=-1"})
    try({"p", "--wide=-170141183460469231731687303715884105728"})
    try({"p", "--wide=170141183460469231731687303715884105728"})
    try({"p", "--mood=not-so-happy"})
    try({"p", "--mood="})
    try({"p", "--note=x"})
    try({"p", "--note=3", "--note=4"})
    try({"p", "-v", "-v", "--verbose=false"})
    try({"p", "-vé"})
    try({"p", "-é"})
    try({"p", "-v\xff"})
    try({"p", "--\xff", "x"})
    try({"p", "\xff", "--out=\0"})
    try({"p", "-i", "1", "-i2", "--ids", "x"})
    try({"p", "-vo"})
    try({"p", "-5", "-.5"})
    try({"p", "-vh"})
    long := Strings.repeat("x", 100_000)
    _, error := Cli.parse{Options}({"p", Strings.concat("--", long)})
    print("{}\n", error.unknown.length)
end
