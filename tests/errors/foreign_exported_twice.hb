// error-line: 8
// error-code: E0203
// error-mentions: `entry`

first :: () #export "entry"
end

second :: () #export "entry"
end
main :: ()
end
