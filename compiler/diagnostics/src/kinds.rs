//! The registry: every kind of diagnostic, one line each.
//!
//! To add one, add a line below (codes are never used again for something else) and write its page,
//! `docs/diagnostics/CODE.md`: `# CODE: title`, what it means, `## Wrong` and `## Right` with an example each.
//! Ranges: E00xx lexical, E01xx syntax, E02xx modules and names, E03xx types and conversions, E04xx calls and overload
//! sets, E05xx statements and flow, E06xx constants and compile time, E07xx generics, E08xx foreign code and
//! attributes, E09xx driver and limits, N00xx notes, W00xx warnings.

/// How bad it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The program is not built.
    Error,
    /// The program is built.
    Warning,
    /// Nothing is wrong.
    Note,
}

impl Severity {
    /// `error`, `warning` or `note`.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

macro_rules! kinds {
    ($($code:ident $name:ident $severity:ident $title:literal)*) => {
        /// A kind of diagnostic.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u16)]
        pub enum Kind {
            $(#[doc = $title] $name,)*
        }

        impl Kind {
            /// All kinds, in the order of the table.
            pub const ALL: &[Kind] = &[$(Kind::$name,)*];

            /// The code: `E0101`.
            pub fn code(self) -> &'static str {
                match self { $(Kind::$name => stringify!($code),)* }
            }

            /// Error, warning or note.
            pub fn severity(self) -> Severity {
                match self { $(Kind::$name => Severity::$severity,)* }
            }

            /// What the kind is about, in a few words.
            pub fn title(self) -> &'static str {
                match self { $(Kind::$name => $title,)* }
            }

            /// The page that `hubbubc explain` shows, in Markdown.
            pub fn page(self) -> &'static str {
                match self {
                    $(Kind::$name => include_str!(concat!("../../../docs/diagnostics/", stringify!($code), ".md")),)*
                }
            }
        }
    };
}

#[rustfmt::skip]
kinds! {
    E0001 InvalidUtf8            Error "bytes that are not UTF-8"
    E0002 NulByte                Error "a NUL byte"
    E0003 ControlCharacter       Error "a control character"
    E0004 BidirectionalOverride  Error "a character that changes the direction of text"
    E0005 UnknownCharacter       Error "a character that begins nothing"
    E0006 UnterminatedComment    Error "a comment without its end"
    E0007 UnterminatedString     Error "a string without its end"
    E0008 InvalidRune            Error "a rune literal that is not one character"
    E0009 InvalidEscape          Error "an unknown escape sequence"
    E0010 InvalidDigit           Error "a digit that the base does not have"
    E0011 LetterBehindNumber     Error "a letter directly behind a number"
    E0012 MalformedNumber        Error "a number without digits where there must be some"
    E0013 NoIncrement            Error "`++` and `--` have no meaning"
    E0014 IdentifierTooLong      Error "a name that is too long"
    E0015 FileTooLarge           Error "a file that is too large"

    E0101 UnexpectedToken        Error "something else was expected here"
    E0102 MissingEnd             Error "a block without its `end`"
    E0103 UnclosedBracket        Error "a bracket without its partner"
    E0104 UnmatchedCloser        Error "an `end` or a closing bracket that closes nothing"
    E0105 NestingTooDeep         Error "nested too deeply"
    E0106 ForeignSpelling        Error "the spelling of another language"
    E0107 BraceAfterBlank        Error "a brace after a blank"
    E0108 BracketedList          Error "a list in square brackets"
    E0109 OperatorChain          Error "operators that cannot be chained"
    E0110 UnusedValue            Error "a value that nobody uses"
    E0111 MissingSeparator       Error "two statements on one line"
    E0112 MissingComma           Error "a list without a comma"
    E0113 AssignmentInCondition  Error "`=` where `==` is meant"
    E0114 KeywordAsName          Error "a keyword as a name"
    E0115 UnknownDirective       Error "an unknown directive"
    E0116 Misplaced              Error "something that cannot stand here"
    E0117 UnclosedDirective      Error "a directive without its `#end`"

    E0201 UnknownName            Error "an unknown name"
    E0202 UnknownModule          Error "a module that cannot be found"
    E0203 DuplicateDeclaration   Error "a name that is declared twice"
    E0204 PrivateName            Error "a name that is private to its module"
    E0205 AmbiguousName          Error "a name that two imports bring in"
    E0206 ImportOutsideRoots     Error "an import that leaves the search folders"
    E0207 UnknownMember          Error "an unknown field or member"
    E0208 DeclarationCycle       Error "a declaration that depends on itself"

    E0301 TypeMismatch           Error "a value of another type than expected"
    E0302 LiteralDoesNotFit      Error "a literal that its type cannot hold"
    E0303 NotAType               Error "a value where a type is expected"
    E0304 CountMismatch          Error "numbers of names and values that differ"
    E0305 RecursiveType          Error "a type that contains itself"
    E0306 NotAPlace              Error "a value where a place is expected"
    E0307 InvalidConversion      Error "a conversion that does not exist"
    E0308 NoOperator             Error "an operator that these types do not have"
    E0309 ClosureEscapes         Error "a closure that could outlive its frame"
    E0310 IndexOutOfRange        Error "an index that is known to be outside"

    E0401 NoMatchingProcedure    Error "a call that fits no procedure"
    E0402 AmbiguousCall          Error "a call that fits several procedures equally well"
    E0403 NotCallable            Error "a call of something that is no procedure"
    E0404 InvalidFormat          Error "a format that does not fit its arguments"
    E0405 InvalidTailCall        Error "a tail call that cannot be one"
    E0406 InvalidRegex           Error "a constant pattern that is no regular expression"

    E0501 MissingReturn          Error "a procedure with results whose end can be reached"
    E0502 MatchNotCovering       Error "a match that misses values"
    E0503 OutsideLoop            Error "a jump without its target"
    E0504 InvalidPattern         Error "a pattern that does not fit"
    E0505 CannotFail             Error "a value that cannot fail"
    E0506 CannotReturnFailure    Error "a failure that the procedure's results do not take"

    E0601 EvaluationFailed       Error "compile-time execution that failed"
    E0602 EvaluationLimit        Error "compile-time execution beyond its limits"
    E0603 NotConstant            Error "a value that is not known at compile time"
    E0604 AssertionFailed        Error "a compile-time assertion that failed"

    E0701 NotInferred            Error "a type parameter that cannot be inferred"
    E0702 WhereFailed            Error "arguments that a where clause refuses"
    E0703 InstanceLimit          Error "too many or too deep instances"

    E0801 UnknownAttribute       Error "an unknown attribute"
    E0802 InvalidAttribute       Error "an attribute that does not fit its place"
    E0803 InvalidForeign         Error "something that C does not have"
    E0804 InvalidAssembly        Error "inline assembly that cannot be right"

    E0901 FileNotReadable        Error "a file that cannot be read"
    E0902 OutputNotWritable      Error "an output that cannot be written"
    E0903 LinkFailed             Error "linking failed"
    E0904 LibraryNotFound        Error "a library that cannot be found"
    E0905 Unsupported            Error "a construct that this version does not support"
    E0906 InternalError          Error "a mistake of the compiler"

    N0001 CompileTimeOutput      Note "what compile-time code prints"

    W0001 UnusedLocal            Warning "a local that is not used"
    W0002 UnusedParameter        Warning "a parameter that is not used"
    W0003 UnusedImport           Warning "an import that is not used"
    W0004 UnreachableCode        Warning "code that cannot be reached"
    W0005 HiddenLocal            Warning "a local that hides another"
    W0006 ForeignInt             Warning "`int` in a foreign signature"
    W0007 UnusedError            Warning "an error that nobody looks at"
    W0008 UnusedResult           Warning "a result that must be used"
    W0009 Deprecated             Warning "a use of something deprecated"
    W0010 MixedBits              Warning "bit operators that other languages group in another way"
    W0011 CommentLikeDivision    Warning "a comment that reads like a division"
}

impl Kind {
    /// The kind with this code, in either case: `hubbubc explain e0101`.
    pub fn from_code(code: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.code().eq_ignore_ascii_case(code))
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Severity};

    #[test]
    fn codes_ascend_and_tell_severity() {
        for pair in Kind::ALL.windows(2) {
            assert!(pair[0].code() < pair[1].code(), "{} stands before {}", pair[0].code(), pair[1].code());
        }
        for kind in Kind::ALL {
            let letter = match kind.severity() {
                Severity::Error => 'E',
                Severity::Warning => 'W',
                Severity::Note => 'N',
            };
            assert!(kind.code().starts_with(letter) && kind.code().len() == 5, "{}", kind.code());
            assert_eq!(Kind::from_code(&kind.code().to_lowercase()), Some(*kind));
        }
        assert_eq!(Kind::from_code("E9999"), None);
    }

    /// Every page has its heading, and examples, except where no source is concerned.
    #[test]
    fn every_kind_has_its_page() {
        for kind in Kind::ALL {
            let page = kind.page();
            let heading = format!("# {}: {}\n", kind.code(), kind.title());
            assert!(page.starts_with(&heading), "docs/diagnostics/{}.md must begin with {heading:?}", kind.code());
            let about_source = !kind.code().starts_with("E09");
            for part in ["\n## Wrong\n", "\n## Right\n"] {
                assert!(!about_source || page.contains(part), "docs/diagnostics/{}.md lacks {part:?}", kind.code());
            }
        }
    }
}
