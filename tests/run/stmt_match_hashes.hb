// expect: p0 none p1 p3 p4 none p10 none round strict
// expect: 0 1 2 3 -7 4 6 10 -7 7 
// expect: 210 210 -2 -3

// Matches with many cases that lie far apart, which are found by hashes; guards, several patterns of an arm, neighbours that are no case.

port :: (n: u32, strict: Bool) -> String
    match n
    case 22 => return "p0"
    case 443 => return "p1"
    case 8080 => return "p2"
    case 31337 if strict => return "strict"
    case 31337 => return "p3"
    case 65536 => return "p4"
    case 123456 => return "p5"
    case 77777 => return "p6"
    case 424242 => return "p7"
    case 99999999 => return "p8"
    case 987654321 => return "p9"
    case 4000000000 => return "p10"
    case 5_000_000, 6_000_000 => return "round"
    else => return "none"
    end
end

signed :: (n: Int) -> Int
    match n
    case -1 => return 0
    case -1000000 => return 1
    case -9223372036854775807 => return 2
    case 0 => return 3
    case 1000 => return 4
    case 77777777 => return 5
    case 123456789012 => return 6
    case -5555555 => return 7
    case 999 => return 8
    case 424242424242 => return 9
    case 31 => return 10
    else => return -7
    end
end

word :: (text: String, strict: Bool) -> Int
    match text
    case "" => return -2
    case "accahgaha" if strict => return -3
    case "a" => return 0
    case "aaaeegaab" => return 1
    case "ab" => return 2
    case "abbb" => return 3
    case "abdffbfdb" => return 4
    case "abggcdcgc" => return 5
    case "ac" => return 6
    case "accahgaha" => return 7
    case "acdd" => return 8
    case "acdef" => return 9
    case "acghbhfgg" => return 10
    case "ade" => return 11
    case "adgab" => return 12
    case "ae" => return 13
    case "aebha" => return 14
    case "aecaa" => return 15
    case "afae" => return 16
    case "afe" => return 17
    case "agaag" => return 18
    case "agb" => return 19
    case "agcc" => return 20
    case "aghg" => return 21
    case "ah" => return 22
    case "ahag" => return 23
    case "ahbb" => return 24
    case "b" => return 25
    case "ba" => return 26
    case "baaee" => return 27
    case "baah" => return 28
    case "bac" => return 29
    case "bacdh" => return 30
    case "bachbbfgh" => return 31
    case "bagfa" => return 32
    case "bb" => return 33
    case "bbbd" => return 34
    case "bbfg" => return 35
    case "bcb" => return 36
    case "bcccd" => return 37
    case "bced" => return 38
    case "bdaf" => return 39
    case "bdc" => return 40
    case "bdhe" => return 41
    case "be" => return 42
    case "beccahaha" => return 43
    case "bedd" => return 44
    case "bedgaggcd" => return 45
    case "befe" => return 46
    case "begb" => return 47
    case "begbggcdg" => return 48
    case "begfghhhb" => return 49
    case "behb" => return 50
    case "bf" => return 51
    case "bfbd" => return 52
    case "bfbeb" => return 53
    case "bfee" => return 54
    case "bfgc" => return 55
    case "bgab" => return 56
    case "bgabbdehg" => return 57
    case "bghhe" => return 58
    case "bh" => return 59
    case "bhadc" => return 60
    case "bhaf" => return 61
    case "bhb" => return 62
    case "bhbcb" => return 63
    case "bhbef" => return 64
    case "bhcdb" => return 65
    case "bhdgadcge" => return 66
    case "bhh" => return 67
    case "c" => return 68
    case "ca" => return 69
    case "caa" => return 70
    case "cb" => return 71
    case "cbafb" => return 72
    case "cbbh" => return 73
    case "cbfch" => return 74
    case "cbfhc" => return 75
    case "cbh" => return 76
    case "cbhae" => return 77
    case "cc" => return 78
    case "cced" => return 79
    case "cd" => return 80
    case "cde" => return 81
    case "ce" => return 82
    case "cea" => return 83
    case "cedfa" => return 84
    case "ceegdeceh" => return 85
    case "cfhgbcdeb" => return 86
    case "cg" => return 87
    case "cgcfc" => return 88
    case "cgdbg" => return 89
    case "cghc" => return 90
    case "chh" => return 91
    case "d" => return 92
    case "da" => return 93
    case "dadbc" => return 94
    case "daed" => return 95
    case "daffh" => return 96
    case "db" => return 97
    case "dbb" => return 98
    case "dbe" => return 99
    case "dbffafggd" => return 100
    case "dbhd" => return 101
    case "dc" => return 102
    case "dcbf" => return 103
    case "dcggb" => return 104
    case "dcghfgagf" => return 105
    case "dd" => return 106
    case "dda" => return 107
    case "ddcdfcffd" => return 108
    case "ddcdg" => return 109
    case "ddh" => return 110
    case "dea" => return 111
    case "decdeefbd" => return 112
    case "ded" => return 113
    case "defbe" => return 114
    case "dfe" => return 115
    case "dfhhf" => return 116
    case "dg" => return 117
    case "dgg" => return 118
    case "dh" => return 119
    case "dhceg" => return 120
    case "dhgeg" => return 121
    case "e" => return 122
    case "ea" => return 123
    case "eadcg" => return 124
    case "eagbe" => return 125
    case "eb" => return 126
    case "edfcd" => return 127
    case "edgeg" => return 128
    case "edgg" => return 129
    case "eeahe" => return 130
    case "eef" => return 131
    case "ef" => return 132
    case "efdgcbghd" => return 133
    case "efh" => return 134
    case "egdbf" => return 135
    case "eh" => return 136
    case "ehabhegbe" => return 137
    case "eheee" => return 138
    case "ehfdg" => return 139
    case "f" => return 140
    case "fabe" => return 141
    case "facf" => return 142
    case "fbdg" => return 143
    case "fc" => return 144
    case "fchch" => return 145
    case "fdf" => return 146
    case "fdh" => return 147
    case "feaa" => return 148
    case "feacg" => return 149
    case "feafb" => return 150
    case "fecd" => return 151
    case "fecgfbhfb" => return 152
    case "feg" => return 153
    case "ff" => return 154
    case "ffb" => return 155
    case "ffbfehbhc" => return 156
    case "ffgd" => return 157
    case "fgc" => return 158
    case "fgcccbhea" => return 159
    case "fgdf" => return 160
    case "fhdd" => return 161
    case "fhgff" => return 162
    case "g" => return 163
    case "gac" => return 164
    case "gafg" => return 165
    case "gahbd" => return 166
    case "gb" => return 167
    case "gbgcf" => return 168
    case "gbhba" => return 169
    case "gcdgb" => return 170
    case "gcfd" => return 171
    case "gchhdagfh" => return 172
    case "gdae" => return 173
    case "gddgdfdcc" => return 174
    case "gdfeebcgc" => return 175
    case "ged" => return 176
    case "gef" => return 177
    case "geh" => return 178
    case "ggfebdbhd" => return 179
    case "gggb" => return 180
    case "gh" => return 181
    case "ghbhaghde" => return 182
    case "ghcab" => return 183
    case "ghegfcecd" => return 184
    case "h" => return 185
    case "hb" => return 186
    case "hba" => return 187
    case "hbgdfebce" => return 188
    case "hc" => return 189
    case "hcbhe" => return 190
    case "hcdh" => return 191
    case "hcefe" => return 192
    case "hcfg" => return 193
    case "hd" => return 194
    case "hdaa" => return 195
    case "hdg" => return 196
    case "he" => return 197
    case "heafe" => return 198
    case "hecbc" => return 199
    case "heda" => return 200
    case "heh" => return 201
    case "hfhfbaeae" => return 202
    case "hfhgb" => return 203
    case "hg" => return 204
    case "hgf" => return 205
    case "hgged" => return 206
    case "hhd" => return 207
    case "hhdc" => return 208
    case "hhg" => return 209
    else => return -1
    end
end

WORDS :: Array{String, 210}{"a", "aaaeegaab", "ab", "abbb", "abdffbfdb", "abggcdcgc", "ac", "accahgaha", "acdd", "acdef", "acghbhfgg", "ade", "adgab", "ae", "aebha", "aecaa", "afae", "afe", "agaag", "agb", "agcc", "aghg", "ah", "ahag", "ahbb", "b", "ba", "baaee", "baah", "bac", "bacdh", "bachbbfgh", "bagfa", "bb", "bbbd", "bbfg", "bcb", "bcccd", "bced", "bdaf", "bdc", "bdhe", "be", "beccahaha", "bedd", "bedgaggcd", "befe", "begb", "begbggcdg", "begfghhhb", "behb", "bf", "bfbd", "bfbeb", "bfee", "bfgc", "bgab", "bgabbdehg", "bghhe", "bh", "bhadc", "bhaf", "bhb", "bhbcb", "bhbef", "bhcdb", "bhdgadcge", "bhh", "c", "ca", "caa", "cb", "cbafb", "cbbh", "cbfch", "cbfhc", "cbh", "cbhae", "cc", "cced", "cd", "cde", "ce", "cea", "cedfa", "ceegdeceh", "cfhgbcdeb", "cg", "cgcfc", "cgdbg", "cghc", "chh", "d", "da", "dadbc", "daed", "daffh", "db", "dbb", "dbe", "dbffafggd", "dbhd", "dc", "dcbf", "dcggb", "dcghfgagf", "dd", "dda", "ddcdfcffd", "ddcdg", "ddh", "dea", "decdeefbd", "ded", "defbe", "dfe", "dfhhf", "dg", "dgg", "dh", "dhceg", "dhgeg", "e", "ea", "eadcg", "eagbe", "eb", "edfcd", "edgeg", "edgg", "eeahe", "eef", "ef", "efdgcbghd", "efh", "egdbf", "eh", "ehabhegbe", "eheee", "ehfdg", "f", "fabe", "facf", "fbdg", "fc", "fchch", "fdf", "fdh", "feaa", "feacg", "feafb", "fecd", "fecgfbhfb", "feg", "ff", "ffb", "ffbfehbhc", "ffgd", "fgc", "fgcccbhea", "fgdf", "fhdd", "fhgff", "g", "gac", "gafg", "gahbd", "gb", "gbgcf", "gbhba", "gcdgb", "gcfd", "gchhdagfh", "gdae", "gddgdfdcc", "gdfeebcgc", "ged", "gef", "geh", "ggfebdbhd", "gggb", "gh", "ghbhaghde", "ghcab", "ghegfcecd", "h", "hb", "hba", "hbgdfebce", "hc", "hcbhe", "hcdh", "hcefe", "hcfg", "hd", "hdaa", "hdg", "he", "heafe", "hecbc", "heda", "heh", "hfhfbaeae", "hfhgb", "hg", "hgf", "hgged", "hhd", "hhdc", "hhg"}

check :: () -> Int
    right := 0
    for w, i in WORDS
        if word(w, false) == i && word(format("{}x", w), false) == -1
            right += 1
        end
    end
    return right
end

main :: ()
    for n in Array{u32, _}{22, 23, 443, 31337, 65536, 0, 4000000000, 4000000001, 6_000_000}
        print("{} ", port(n, false))
    end
    print("{}\n", port(31337, true))
    for n in Array{Int, _}{-1, -1000000, -9223372036854775807, 0, 1, 1000, 123456789012, 31, 32, -5555555}
        print("{} ", signed(n))
    end
    print("\n{} {} {} {}\n", check(), #run check(), word("", false), word(WORDS[7], true))
end
