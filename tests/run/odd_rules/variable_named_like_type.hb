run :: ()
    Int_ := 3
    print("{}\n", Int_)
end
