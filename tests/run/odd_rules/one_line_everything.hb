run :: (); for i in 0..<3 print("{} ", i * 2) end; print("|\n"); end
