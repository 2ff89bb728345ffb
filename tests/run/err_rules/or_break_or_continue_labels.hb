f :: (x: Int) -> Maybe{Int}
    if x == 2 || x == 5
        return none
    end
    return x
end
run :: ()
    outer: for i in 0..<10
        for j in 0..<1
            v := f(i + j) or_continue outer
            if v > 3
                w := f(5) or_break outer
                print("{}", w)
            end
            print("{} ", v)
        end
    end
    print("end\n")
end
