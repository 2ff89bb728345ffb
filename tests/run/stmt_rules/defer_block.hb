run :: ()
    block
        defer block
            print("y ")
            print("z\n")
        end
        print("x ")
    end
end
