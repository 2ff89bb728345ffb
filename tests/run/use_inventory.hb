// expect: {"bread", "tea"}
// expect: {"milk", "rice"}
// expect: {"bread", "milk", "rice", "salt", "tea"}
// expect: true false true
// expect: {"milk", "rice", "salt"} 3

// set algebra: what is to be ordered, what is left, what nobody asked for

Set :: #import "Set"
Ordered_Set :: #import "Ordered_Set"

shown :: (s: Pointer{Set.Set{String}}) -> Ordered_Set.Ordered_Set{String}
    result := Ordered_Set.ordered_set{String}()
    for name in s@
        result.insert(name)
    end
    result.sort_elements()
    return result
end

main :: ()
    wanted := Set.set_of{String}({"bread", "milk", "tea", "rice"})
    stock := Set.set_of{String}({"milk", "rice", "salt"})
    to_order, at_hand := wanted.difference(&stock), wanted.intersection(&stock)
    everything := wanted.union_of(&stock)
    print("{}\n{}\n{}\n", shown(&to_order), shown(&at_hand), shown(&everything))
    print("{} {} {}\n", at_hand.is_subset(&stock), stock.is_subset(&wanted), "tea" in wanted)
    everything.retain((name: String) -> Bool => name.length == 4)
    print("{} {}\n", shown(&everything), everything.length())
end
