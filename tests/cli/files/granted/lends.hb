Helper :: #import "Helper"

TEXT :: #run Helper.look()

main :: ()
    print("{}\n", TEXT)
end
