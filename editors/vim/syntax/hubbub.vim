" Colours for Hubbub.
if exists("b:current_syntax")
    finish
endif

" A hyphen between letters belongs to the name.
setlocal iskeyword=@,48-57,_,-,192-255
setlocal commentstring=//\ %s

syntax keyword hubbubStatement block break case continue defer else end for if ifx in match return where while with
syntax keyword hubbubStatement or_break or_continue or_else or_return
syntax keyword hubbubStructure distinct enum struct union using
syntax keyword hubbubConstant true false null none uninit
syntax keyword hubbubContext context
syntax keyword hubbubType i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f16 f32 f64 s8 s16 s32 s64
syntax keyword hubbubType Int UInt Float Bool Rune Void Never String CString Pointer Array Slice Simd Soa Maybe Any Type
syntax keyword hubbubType int bool string void

syntax match hubbubDirective "#[A-Za-z_][A-Za-z0-9_-]*"
syntax match hubbubNumber "\<\d[0-9_]*\(\.\d[0-9_]*\)\=\([eE][+-]\=\d\+\)\="
syntax match hubbubNumber "\<0x[0-9a-fA-F_]\+\(\.[0-9a-fA-F_]\+\)\=\(p[+-]\=\d\+\)\="
syntax match hubbubNumber "\<0[ob][0-7_]\+"
syntax match hubbubDeclaration "[A-Za-z_][A-Za-z0-9_-]*\s*\ze::"
syntax match hubbubOperator "::\|:=\|->\|=>\|\.\.[<=]\="

syntax match hubbubEscape contained "\\\(u{[0-9a-fA-F]\{1,6}}\|x[0-9a-fA-F]\{2}\|[nrt0\\"']\)"
syntax match hubbubPlaceholder contained "{\d*\(:[^{}\"]*\)\=}"
syntax region hubbubString start=+"+ skip=+\\"+ end=+"\|$+ contains=hubbubEscape,hubbubPlaceholder
syntax region hubbubString start=+`+ end=+`+
syntax match hubbubCharacter "'\(\\u{[0-9a-fA-F]\+}\|\\x[0-9a-fA-F]\{2}\|\\.\|[^'\\]\)'"

syntax match hubbubComment "//.*$"
syntax match hubbubDocumentation "//[/!]\($\|[^/].*$\)"
syntax region hubbubComment start="/\*" end="\*/" contains=hubbubComment

highlight default link hubbubStatement Statement
highlight default link hubbubStructure Structure
highlight default link hubbubConstant Constant
highlight default link hubbubContext Special
highlight default link hubbubType Type
highlight default link hubbubDirective PreProc
highlight default link hubbubNumber Number
highlight default link hubbubDeclaration Function
highlight default link hubbubOperator Operator
highlight default link hubbubEscape SpecialChar
highlight default link hubbubPlaceholder SpecialChar
highlight default link hubbubString String
highlight default link hubbubCharacter Character
highlight default link hubbubComment Comment
highlight default link hubbubDocumentation SpecialComment

let b:current_syntax = "hubbub"
