// expect: [1] info: begin
// expect: [1] [2] warning: inner 3
// expect: [1] [2] debug: detail "x"
// expect: [1] info: end
// expect: counted 5 of which 1 error
// expect-error: error: to the default one

// loggers that hand on to the one around them, with data of their own; levels; a logger sees the context of who speaks

Log :: #import "Log"

Prefix :: struct
    text: String
    logger: Logger
    data: Pointer{Void}
end

Tally :: struct
    all, errors: Int
    logger: Logger
    data: Pointer{Void}
end

prefixed :: (message: String, ident: String, mode: LogMode, data: Pointer{Void})
    prefix := Pointer{Prefix}(data)
    if prefix.logger == null
        print("{} {}: {}\n", prefix.text, ident, message)
        return
    end
    longer := format("{} {}: {}", prefix.text, ident, message)
    defer delete(longer)
    outer := Pointer{Prefix}(prefix.data)
    print("{} {}\n", outer.text, longer)
end

counted :: (message: String, ident: String, mode: LogMode, data: Pointer{Void})
    tally := Pointer{Tally}(data)
    tally.all += 1
    if ident == "error"
        tally.errors += 1
        return
    end
    tally.logger(message, ident, mode, tally.data)
end

inner :: (n: Int)
    Log.warning("inner {}", n)
    Log.debug("detail {:?}", "x")
end

main :: ()
    one := Prefix{text = "[1]"}
    tally := Tally{logger = prefixed, data = &one}
    with context{logger = counted, logger_data = &tally}
        Log.info("begin")
        two := Prefix{"[2]", prefixed, &one}
        deeper := Tally{logger = prefixed, data = &two}
        with context{logger = counted, logger_data = &deeper, Log.log_mode = .VERBOSE}
            inner(3)
        end
        inner_tally := deeper.all
        Log.debug("not said")
        Log.error("swallowed")
        Log.info("end")
        print("counted {} of which {} error\n", tally.all + inner_tally, tally.errors)
    end
    Log.error("to the default one")
end
