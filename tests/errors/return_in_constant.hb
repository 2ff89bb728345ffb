// error-line: 7
// error-code: E0116
// error-mentions: `return`

LIMIT: u32 : #run u32(block
    if size_of(Int) == 8
        return
    end
    => 4
end)

main :: () -> Int => Int(LIMIT)
