run :: ()
    for r in reverse("abé")
        print("{} ", r)
    end
    print("|\n")
end
