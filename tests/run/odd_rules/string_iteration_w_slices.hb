run :: ()
    s := "aéxb"
    for r, i in s[1..=3]
        print("{}={} ", r, i)
    end
    print("|\n")
end
