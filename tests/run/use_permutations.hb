// expect: ["abc", "acb", "bac", "bca", "cab", "cba"]
// expect: false
// expect: some(3) 3
// expect: ["bca", "cba", "acb", "cab", "abc", "bac"]

// all orders of some letters, sorted; which of them are palindromes when doubled

List :: #import "List"
Sort :: #import "Sort"
Strings :: #import "Strings"

collect :: (letters: Slice{u8}, from: Int, found: Pointer{List.List{String}})
    if from == letters.length
        found.append(Strings.copy(Strings.from_bytes(letters)))
        return
    end
    for i in from..<letters.length
        letters[from], letters[i] = letters[i], letters[from]
        collect(letters, from + 1, found)
        letters[from], letters[i] = letters[i], letters[from]
    end
end

main :: ()
    letters := Array{u8, 3}{'c', 'a', 'b'}
    found := List.list{String}()
    collect(letters[..], 0, &found)
    Sort.sort(found.items())
    print("{}\n", found)
    reversed := found.mapped((text: String) -> String => Strings.reverse_runes(text))
    print("{}\n", Sort.is_sorted(reversed.items()))
    print("{} {}\n", Sort.binary_search(found.items(), "bca"), Sort.lower_bound(found.items(), "bb"))
    Sort.sort_by_key(found.items(), (text: String) -> Int => Int(text[2]))
    print("{}\n", found)
end
