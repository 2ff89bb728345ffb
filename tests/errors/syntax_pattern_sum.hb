// error-line: 9
// error-code: E0101
// error-mentions: case

LIMIT :: 10

kind :: (n: Int) -> Int
    match n
    case LIMIT + 1 => return 1
    else => return 0
    end
end

main :: () -> Int => kind(LIMIT)
