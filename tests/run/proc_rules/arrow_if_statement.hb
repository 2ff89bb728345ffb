p :: (n: Int) => if n > 0 print("pos\n"); end
run :: ()
    p(3)
end
