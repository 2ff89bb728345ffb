// error-line: 6
// error-code: E0306
// error-mentions: immutable

main :: ()
    context.user_index = 4
end
