run :: ()
    a: while true
        b: for i in 0..<10
            if i == 3 break a; end
            print("{}", i)
            continue b
        end
    end
    c: block
        break c
    end
    print(" ok\n")
end
