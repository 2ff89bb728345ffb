//! Counts words: which ones a text uses most. The counts lie in a hash table written here, the words in the text itself.

#import "List"
Strings :: #import "Strings"

Entry :: struct
    word: String
    count: Int
end

Table :: struct
    entries: Slice{Entry}                // a power of two; an empty word is a free place
    used: Int
end

/// The place of a word, or the free one where it belongs.
place_of :: (table: Pointer{Table}, word: String) -> Pointer{Entry}
    hash: u32 = 2166136261
    for i in 0..<word.length
        hash = (hash ^ word[i]) * 16777619
    end
    mask := table.entries.length - 1
    at := Int(hash) & mask
    while table.entries[at].word != "" && table.entries[at].word != word
        at = (at + 1) & mask
    end
    return &table.entries[at]
end

count_word :: (table: Pointer{Table}, word: String)
    if table.used * 2 >= table.entries.length
        grow(table)
    end
    entry := place_of(table, word)
    if entry.count == 0
        entry.word = word
        table.used += 1
    end
    entry.count += 1
end

grow :: (table: Pointer{Table})
    old := table.entries
    defer delete(old)
    table.entries = make_slice{Entry}(max(16, old.length * 2))
    for entry in old
        if entry.count > 0
            place_of(table, entry.word)@ = entry
        end
    end
end

// ---- Words of a text: `for word in words(text)`

Words :: struct
    rest: String
end

words :: (text: String) -> Words => {text}

next :: (w: Pointer{Words}) -> (String, Bool)
    start := -1
    for rune, offset in w.rest
        is_letter := rune in 'a'..='z' || rune in 'A'..='Z' || rune == '\'' || rune >= '\u{80}' && rune != '—'
        if is_letter && start < 0
            start = offset
        else if !is_letter && start >= 0
            word := w.rest[start..<offset]
            w.rest = w.rest[offset..]
            return word, true
        end
    end
    word := ifx start >= 0 => w.rest[start..] else => "" end
    w.rest = ""
    return word, start >= 0
end

// ---- Sorting

sort :: {T}(items: Slice{T}, less: #closure (a: T, b: T) -> Bool)
    if items.length < 2
        return
    end
    pivot := items[items.length / 2]
    low, high := 0, items.length - 1
    while low <= high
        while less(items[low], pivot)
            low += 1
        end
        while less(pivot, items[high])
            high -= 1
        end
        if low <= high
            items[low], items[high] = items[high], items[low]
            low += 1
            high -= 1
        end
    end
    sort(items[..=high], less)
    sort(items[low..], less)
end

TEXT :: `
Mignonne, allons voir si la rose
Qui ce matin avait déclose
Sa robe de pourpre au soleil,
A point perdu cette vesprée
Les plis de sa robe pourprée,
Et son teint au vôtre pareil.

Las ! voyez comme en peu d'espace,
Mignonne, elle a dessus la place,
Las, las ses beautés laissé choir !
Ô vraiment marâtre Nature,
Puisqu'une telle fleur ne dure
Que du matin jusques au soir !`

main :: () -> Int
    table: Table
    defer delete(table.entries)
    letters, total := 0, 0
    for word, number in words(TEXT)
        count_word(&table, Strings.to_lower(word))
        letters += word.length
        total = number + 1
    end
    print("{} words, {} different, {:.2} bytes each\n", total, table.used, Float(letters) / Float(total))

    ranking := list{Entry}()
    defer ranking.destroy()
    for entry in table.entries
        if entry.count > 1
            ranking.append(entry)
        end
    end
    comparisons := 0
    sort(ranking.items(), [&comparisons] (a: Entry, b: Entry) -> Bool
        comparisons += 1
        return ifx a.count != b.count => a.count > b.count else => a.word < b.word end
    end)
    for entry in ranking.items()
        print("{:>3} {:<10}|{}\n", entry.count, entry.word, Strings.repeat("#", entry.count))
    end
    print("{}\n", comparisons > 0)
    return 0
end
