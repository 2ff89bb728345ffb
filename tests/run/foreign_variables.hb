// expect: written
// expect: true true
// expect: 0 2
// expect: 0

// Variables of C: values, pointers, and those that a program exports.

environ: Pointer{CString} #foreign
stdout: Pointer{Void} #foreign
stdin, stderr: Pointer{Void} #foreign
optind: i32 #foreign
their_error: i32 #foreign "opterr"
exported: Int = 40 #export "hubbub_exported"
of_c: Int #foreign "hubbub_exported"

fputs :: (text: CString, stream: Pointer{Void}) -> i32 #foreign
fflush :: (stream: Pointer{Void}) -> i32 #foreign

main :: () -> Int
    fputs("written\n", stdout)
    fflush(stdout)
    print("{} {}\n", environ != null, stdin != null && stdin != stderr)
    optind = 0
    their_error = 2
    print("{} {}\n", optind, their_error)
    exported += 2
    print("{}\n", of_c - 42)
    return 0
end
