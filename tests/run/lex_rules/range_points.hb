#import "Math"
run :: ()
    n := 4
    for i in 1..<n
        print("{} ", i)
    end
    print("|\n{}\n", (-4).abs())
end
