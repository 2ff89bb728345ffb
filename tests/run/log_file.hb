// eval: no, the interpreter has no files
// expect: before
// expect: error: first 1
// expect: {"level": "info", "thread": 0, "message": "second"}
// expect: false

Log :: #import "Log"

main :: ()
    file, ok := Log.open("/dev/stdout")
    assert(ok)
    defer file.close()
    print("before\n")
    flush()
    with context{logger = Log.to_file, logger_data = &file, log_mode = .MINIMAL}
        Log.error("first {}", 1)
        Log.info("not said")
        with context{logger = Log.to_json, log_mode = .VERBOSE}
            Log.info("second")
        end
    end
    _, there := Log.open("/nowhere/at/all")
    print("{}\n", there)
end
