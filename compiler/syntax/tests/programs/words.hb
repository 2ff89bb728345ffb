// Counts words: strings, slices, nested loops, generics.

Counter :: struct {K, V}
    keys: Array{K, 64}
    values: Array{V, 64}
    length: Int
end

place_of :: {K, V}(counter: Pointer{Counter{K, V}}, key: K) -> Pointer{V} where has_operator(K, "==")
    i := 0
    while i < counter.length
        if counter.keys[i] == key
            return &counter.values[i]
        end
        i += 1
    end
    counter.keys[i] = key
    counter.length += 1
    return &counter.values[i]
end

is_letter :: (c: u8) -> Bool => c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'

count_words :: (text: String, counter: Pointer{Counter{String, Int}}) -> Int
    start, at, words := 0, 0, 0
    scanning: while at <= text.length
        is_inside := at < text.length && is_letter(text[at])
        if !is_inside
            if at > start
                place_of(counter, text[start..<at])@ += 1
                words += 1
                if words > 1_000
                    break scanning
                end
            end
            start = at + 1
        end
        at += 1
    end
    return words
end

sorted_keys :: (counter: Counter{String, Int}) -> Array{String, 64}
    keys := counter.keys
    for i in 0..<counter.length
        for j in i + 1..<counter.length
            if keys[j] < keys[i]
                keys[i], keys[j] = keys[j], keys[i]
            end
        end
    end
    return keys
end

main :: () -> Int
    counter: Counter{String, Int}
    n := count_words("the cat and the dog and the bird", &counter)
    keys := sorted_keys(counter)
    for key, i in keys[..<counter.length]
        match counter.place_of(key)@
        case 1 => print("{} once\n", key)
        case 2 => print("{} twice\n", key)
        else
            print("{} often, at {}\n", key, i)
        end
    end
    with context{user_index = 7}
        print("{} words, user {}\n", n, context.user_index)
    end
    return 0
end
