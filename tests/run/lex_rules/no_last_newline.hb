run :: (); print("x\n") end
