// options: --eval-memory 1000000
// error-line: 18
// error-code: E0602
// error-mentions: --eval-memory
// error-mentions: more memory is used than is allowed
// error-mentions: in `hoard`
#import "List"
hoard :: () -> Int
    kept := list{Slice{Int}}()
    while true
        kept.append(make_slice{Int}(1000))
        if kept.length > 100000
            break
        end
    end
    return kept.length
end
V :: #run hoard()
main :: () => print("{}\n", V)
