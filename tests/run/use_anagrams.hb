// expect: listen silent enlist
// expect: stone notes tones onset
// expect: ["apple"] 3

// words that are made of the same letters, in the order in which they come

List :: #import "List"
Ordered_Map :: #import "Ordered_Map"
Sort :: #import "Sort"
Strings :: #import "Strings"

key_of :: (word: String) -> String
    letters := Strings.copy(word)
    Sort.sort(letters.data[0..<letters.length])
    return letters
end

main :: ()
    groups := Ordered_Map.ordered_map{String, List.List{String}}()
    for word in Strings.split("listen stone silent notes enlist tones apple onset", " ")
        groups.entry(key_of(word)).append(word)
    end
    for _key, group in groups
        if group.length > 1
            print("{}\n", Strings.join(group.data[0..<group.length], " "))
        end
    end
    groups.sort_entries((a: Ordered_Map.Entry{String, List.List{String}}, b: Ordered_Map.Entry{String, List.List{String}}) -> Bool => a.value.length < b.value.length)
    print("{} {}\n", groups.at(0).value, groups.length)
end
