Fs :: #import "Fs"
Time :: #import "Time"

text :: () -> String
    text, error := Fs.read_text("granted/note.txt")
    assert(error == .ok, "the note can be read")
    return text
end

TEXT :: #run text()
IS_LATE :: #run Time.unix_now() > 1_000_000_000

main :: ()
    print("{} {}\n", TEXT, IS_LATE)
end
