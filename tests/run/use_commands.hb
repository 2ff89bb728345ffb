// eval: no, there are no processes
// expect: 0 "a b  c"
// expect: 3 ""
// expect: 137 ""
// expect: 0 "from the path"
// expect: cannot start "/no/such/program": no such file or directory
// expect: 0 "200000"
// expect: 143 true
// expect: true none
// expect: 0 "/"

// Commands are run, their output is taken, their ends are told apart.

Env :: #import "Env"
Process :: #import "Process"
Strings :: #import "Strings"
Time :: #import "Time"

run :: (command: Slice{String})
    result, error := Process.run(command)
    defer result.destroy()
    if error != .ok
        print("{}\n", error)
        return
    end
    print("{} {:?}\n", result.status, Strings.trim(result.output))
end

main :: () -> Int
    run({"/bin/echo", "a b", "", "c"})
    run({"/bin/sh", "-c", "exit 3"})
    run({"/bin/sh", "-c", "kill -9 $$"})
    run({"sh", "-c", "echo from the path"})
    run({"/no/such/program"})
    run({"/bin/sh", "-c", "head -c 200000 /dev/zero | tr '\\0' x | wc -c"})
    start := Time.now()
    child, error := Process.start({"/bin/sleep", "60"})
    assert(error == .ok)
    _ = Process.kill(child)
    status, _ := Process.wait(child)
    print("{} {}\n", status, Time.seconds(Time.since(start)) < 30.0)
    print("{} {}\n", Env.get("PATH") != none, Env.get("NO SUCH NAME"))
    here, _ := Env.current_folder()
    _ = Env.set_current_folder("/")
    run({"pwd"})
    _ = Env.set_current_folder(here)
    return 0
end
