// error-line: 7
// error-code: E0404
// error-mentions: not known before the program runs

main :: ()
    pattern := choose(3)
    print(pattern, 3)
end
choose :: (n: Int) -> String => ifx n > 2 => "{}\n" else => "<{}>\n" end
