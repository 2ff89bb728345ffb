// expect: EVERYDAY info: working on 1
// expect: MINIMAL error: plain {braces}
// expect: VERBOSE debug: details 2 of x
// expect: MINIMAL warning: 7
// expect: EVERYDAY http: GET /
// expect: 12 messages, 212 bytes
// expect: compile time 3
// expect-error: info: to standard error 5
// expect-error: {"level": "warning", "thread": 0, "message": "a \"quoted\"\ttext\u0001"}

Log :: #import "Log"

Counts :: struct
    messages, bytes: Int
end

tell :: (text: String, ident: String, mode: LogMode, _data: Pointer{Void})
    print("{} {}: {}\n", mode, ident, text)
end

count :: (text: String, _ident: String, _mode: LogMode, data: Pointer{Void})
    counts := Pointer{Counts}(data)
    counts.messages += 1
    counts.bytes += text.length
end

work :: (n: Int)
    Log.info("working on {}", n)
    Log.error("plain {{braces}}")
end

details :: ()
    Log.debug("details {} of {}", 2, "x")
    Log.warning("{}", 7)
    Log.message(.EVERYDAY, "http", "GET {}", "/")
end

counted :: () -> Int
    counts: Counts
    with context{logger = count, logger_data = &counts}
        work(1)
        Log.info("{:>300}", "long")
    end
    return counts.messages
end

// a logger works in compile-time execution, too
COUNTED :: #run counted()

main :: ()
    with context{logger = tell}
        work(1)
        Log.debug("nobody sees this {}", 1)
        with context{log_mode = .VERBOSE}
            details()
        end
        with context{log_mode = .NONE}
            work(2)
            details()
        end
    end
    counts: Counts
    with context{logger = count, logger_data = &counts}
        for i in 0..<4
            work(i)
        end
        Log.message(.EVERYDAY, "x", "12345")
        Log.info("{:>99}", 1)
        Log.warning("")
        Log.error("{}", true)
    end
    print("{} messages, {} bytes\n", counts.messages, counts.bytes)
    print("compile time {}\n", COUNTED)
    Log.info("to standard error {}", 5)
    with context{logger = Log.to_json}
        Log.warning("a {:?}\ttext\x01", "quoted")
    end
    with context{logger = Log.silent}
        Log.error("nobody sees this {}", 2)
    end
end
