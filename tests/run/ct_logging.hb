// expect: 5 "[work] user 7" VERBOSE
// expect: 6

// Loggers work as at run time: what the default one gets becomes notes of the compiler, one of the program's own gets the rest.

Journal :: struct
    lines: Int
    last: String
    loudest: LogMode
end

write_down :: (message: String, ident: String, mode: LogMode, data: Pointer{Void})
    journal := Pointer{Journal}(data)
    journal.lines += 1
    journal.last = format("[{}] {}", ident, message)
    journal.loudest = ifx mode > journal.loudest => mode else => journal.loudest end
end

say :: (message: String, mode: LogMode = .EVERYDAY) => context.logger(message, "work", mode, context.logger_data)

work :: (n: Int) -> Int
    say("beginning")
    sum := 0
    for i in 0..<n
        sum += i
        if i % 10 == 0
            say(format("at {}", i), .VERBOSE)
        end
    end
    return sum
end

recorded :: (n: Int) -> Journal
    journal: Journal
    with context{logger = write_down, logger_data = &journal}
        work(n)
        with context{user_index = 7}
            say(format("user {}", context.user_index), .MINIMAL)
        end
    end
    say(format("{} lines", journal.lines))
    return journal
end

JOURNAL :: #run recorded(25)

main :: ()
    print("{} {:?} {}\n", JOURNAL.lines, JOURNAL.last, JOURNAL.loudest)
    print("{}\n", recorded(35).lines)
end
