// expect: it      4
// expect: of      4
// expect: the     4
// expect: was     4
// expect: age     2

// the words of a text by how often they come, then by the alphabet

List :: #import "List"
Map :: #import "Map"
Sort :: #import "Sort"
Strings :: #import "Strings"

TEXT :: `It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness`

Count :: struct
    word: String
    times: Int
end

main :: ()
    counts := Map.map{String, Int}()
    defer counts.destroy()
    lower := Strings.to_lower(TEXT)
    defer delete(lower)
    for field in Strings.fields(lower)
        counts.entry(Strings.trim_bytes(field, ",."))@ += 1
    end
    order := List.list{Count}(counts.length)
    defer order.destroy()
    for word, times in counts
        order.append(Count{word, times})
    end
    Sort.sort(order.items(), (a: Count, b: Count) -> Bool => ifx a.times != b.times => b.times < a.times else => a.word < b.word end)
    for count in order.items()[..<5]
        print("{:<6}{:>3}\n", count.word, count.times)
    end
end
