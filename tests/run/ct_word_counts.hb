// expect: 3 some(2) none 103 some(7)
#import "Map"
#import "Strings"
count :: (text: String) -> Map{String, Int}
    words := map{String, Int}()
    for w in split(text, " ")
        words[w] = (words.get(w) or_else 0) + 1
    end
    return words
end
counts := #run count("a b a c c a b")
main :: ()
    print("{} {} {} ", counts.length, counts.get("b"), counts.get("x"))
    for i in 0..<100
        counts[format("k{}", i)] = i
    end
    print("{} {}\n", counts.length, counts.get("k7"))
end
