Fs :: #import "Fs"

look :: () -> String
    text, _ := Fs.read_text("granted/note.txt")
    return text
end
