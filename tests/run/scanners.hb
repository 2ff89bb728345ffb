// expect: some(IF)@0:"if" some(OP)@3:"(" some(NAME)@4:"iffy" some(OP)@9:">=" some(NUMBER)@12:"0x1F" some(OP)@16:")" some(OP)@18:"{" some(NAME)@20:"a" some(OP)@22:"=" some(NUMBER)@24:"1.5e-3" some(OP)@30:";" some(NAME)@32:"s" some(OP)@34:"=" some(STRING)@36:"\"q\\\"x\"" some(OP)@43:"}" some(COMMENT)@45:"// end" some(WHILE)@52:"while" none@58:"ü" 
// expect: 41 states, 23 classes, 2016 bytes

Scanner :: #import "Scanner"
Kind :: enum
    IF
    WHILE
    NAME
    NUMBER
    STRING
    COMMENT
    OP
    SPACE
end
S :: #run Scanner.build{Kind}({
    {.IF, "if"},
    {.WHILE, "while"},
    {.NAME, "[a-zA-Z_]\\w*"},
    {.NUMBER, "\\d+(\\.\\d+)?([eE][+\\-]?\\d+)?|0x[\\da-fA-F]{1,16}"},
    {.STRING, `"([^"\\\n]|\\.)*"`},
    {.COMMENT, "//.*"},
    {.OP, "[-+*/<>=!]=?|[(){};,]"},
    {.SPACE, "\\s+"}
})
main :: ()
    for t in S.tokens("if (iffy >= 0x1F) { a = 1.5e-3; s = \"q\\\"x\" } // end\nwhile ü")
        if t.kind != .SPACE print("{}@{}:{:?} ", t.kind, t.at, t.text); end
    end
    print("\n{} states, {} classes, {} bytes\n", S.state_count(), S.width - 1, S.cells.length * 2)
end
