// eval: no, the interpreter starts no programs
// options: --track
// expect: ok 7 258890 258890 "err0\nerr1\n"
// expect: ok "a\nb\n" ""
// expect: ok "x" ""
// expect: cannot start "no-such-program": no such file or directory
// expect: . . / . / 

// What a program writes to standard error, much of it while much else comes as well; and paths of nothing, freed.

Path :: #import "Path"
Process :: #import "Process"

main :: ()
    much, error := Process.run({"sh", "-c", "i=0; while [ $i -lt 30000 ]; do echo out$i; echo err$i >&2; i=$((i+1)); done; exit 7"}, capture_errors = true)
    print("{} {} {} {} {:?}\n", error, much.status, much.output.length, much.errors.length, much.errors[..<10])
    much.destroy()
    joined, error_joined := Process.run({"sh", "-c", "echo a; echo b >&2"}, join_errors = true)
    print("{} {:?} {:?}\n", error_joined, joined.output, joined.errors)
    joined.destroy()
    silent, error_silent := Process.run({"cat"}, input = "x", capture_errors = true)
    print("{} {:?} {:?}\n", error_silent, silent.output, silent.errors)
    silent.destroy()
    _result, missing := Process.run({"no-such-program"}, input = "x", capture_errors = true)
    print("{}\n", missing)
    for text in Array{String, _}{"", ".", "/", "a/..", "/.."}
        normal := Path.normal(text)
        print("{} ", normal)
        delete(normal)
    end
    print("\n")
end
