// expect: |The quick brown |
// expect: |fox jumps über  |
// expect: |漢字 漢字 漢字  |
// expect: |and été is short|

// a text in lines of at most so many columns, as a terminal counts them

Strings :: #import "Strings"
Unicode :: #import "Unicode"

wrapped :: (text: String, columns: Int) -> String
    b := Strings.builder()
    used := 0
    for word in Strings.fields(text)
        width := Unicode.width(word)
        if used > 0 && used + 1 + width > columns
            b.append('\n')
            used = 0
        end
        if used > 0
            b.append(' ')
            used += 1
        end
        b.append(word)
        used += width
    end
    return b.take()
end

main :: ()
    text := wrapped("The quick brown fox jumps über 漢字 漢字 漢字 and e\u{301}te\u{301} is short", 16)
    defer delete(text)
    for line in Strings.lines(text)
        print("|{}{}|\n", line, Strings.repeat(" ", 16 - Unicode.width(line)))
    end
end
