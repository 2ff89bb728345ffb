// Formats that only the running program knows, with what stands before them.
// expect: 1/2 3/4 5/6
// expect: made 7/8

Log :: #import "Log"

main :: (arguments: Slice{String})
    pattern := ifx arguments.length > 100 => "" else => "{}/{}" end
    storage: Format_Storage = uninit
    out := format_begin(&storage)
    print_to(out, pattern, 1, 2)
    write(out, " ")
    out.print_to(pattern, 3, 4)
    write(out, " ")
    items := Array{Any, 2}{5, 6}
    out.print_to(pattern, ..items)
    print("{}\n", written(out))
    with context{logger = into_output}
        Log.info(pattern, 7, 8)
        Log.debug(pattern, 9, 10)
    end
end

into_output :: (text: String, _ident: String, _mode: LogMode, _data: Pointer{Void})
    print("made {}\n", text)
end
