//! YAML, by the crate granit-parser: a text's events, one at a time.
//!
//! A reader works for longer than a call, so its memory is the program's: everything that the crate allocates comes from the procedure that each call hands in,
//! which knows the allocator that this reader was made with. The text itself is the program's and stays where it is.

extern crate alloc;

use alloc::borrow::Cow;
use alloc::string::String;
use core::str;

use granit_parser::{ErrorKind, Event as Parsed, Parser, ScalarStyle, ScanError, Span, StrInput, StructureStyle, Tag};

/// What an event is.
pub const END: i32 = 0;
pub const DOCUMENT_START: i32 = 1;
pub const DOCUMENT_END: i32 = 2;
pub const ALIAS: i32 = 3;
pub const SCALAR: i32 = 4;
pub const SEQUENCE_START: i32 = 5;
pub const SEQUENCE_END: i32 = 6;
pub const MAPPING_START: i32 = 7;
pub const MAPPING_END: i32 = 8;
/// Reading ends here: the event's style is the number of what is wrong.
pub const WRONG: i32 = 9;

/// An event as the program gets it: module `Yaml` has the same struct.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Event {
    pub kind: i32,
    /// Of a scalar 0 to 4: plain, in single and in double quotes, literal, folded. Of a sequence or mapping 1 if it stands in brackets.
    /// Of what is wrong its number, for which module `Yaml` has the words.
    pub style: i32,
    /// The number of the anchor that the event defines or refers to, or 0.
    pub anchor: u64,
    /// Where it begins, in bytes.
    pub position: usize,
    /// Where its text stands in the whole text, or -1 if it has one of its own.
    pub text_at: isize,
    pub text_length: usize,
    pub tag_length: usize,
}

/// Gives the events of a text, in order.
pub struct Reader<'t> {
    whole: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    /// Where the text stops being UTF-8; the end if it does not.
    valid_length: usize,
    is_valid: bool,
    /// Text and tag of the last event.
    text: Cow<'t, str>,
    tag: String,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t [u8]) -> Self {
        let (whole, is_valid) = match str::from_utf8(text) {
            Ok(whole) => (whole, true),
            Err(error) => {
                (text.get(..error.valid_up_to()).and_then(|head| str::from_utf8(head).ok()).unwrap_or(""), false)
            }
        };
        let parser = Parser::new_from_str(if is_valid { whole } else { "" });
        Self { whole, parser, valid_length: whole.len(), is_valid, text: Cow::Borrowed(""), tag: String::new() }
    }

    /// The next event; behind the last one, and behind a mistake, [`END`] for ever.
    pub fn next_event(&mut self) -> Event {
        self.tag.clear();
        self.text = Cow::Borrowed("");
        if !self.is_valid {
            self.is_valid = true;
            let position = self.valid_length;
            return Event { kind: WRONG, style: NOT_UTF8, position, text_at: -1, ..Event::default() };
        }
        loop {
            match self.parser.next_event() {
                None => return Event { position: self.whole.len(), ..Event::default() },
                Some(Err(error)) => return self.mistake(&error),
                Some(Ok((Parsed::StreamStart, _))) => {}
                Some(Ok((event, span))) => return self.event(event, span),
            }
        }
    }

    /// The last event's text and, behind it, its tag.
    pub fn texts(&self) -> (&str, &str) {
        (&self.text, &self.tag)
    }

    fn mistake(&mut self, error: &ScanError) -> Event {
        let position = error.marker().byte_offset().unwrap_or(self.whole.len());
        Event { kind: WRONG, style: number(error.kind()), position, text_at: -1, ..Event::default() }
    }

    fn event(&mut self, event: Parsed<'t>, span: Span) -> Event {
        let position = span.start.byte_offset().unwrap_or(0).min(self.whole.len());
        let plain = Event { position, text_at: -1, ..Event::default() };
        match event {
            Parsed::DocumentStart(..) => Event { kind: DOCUMENT_START, ..plain },
            Parsed::DocumentEnd => Event { kind: DOCUMENT_END, ..plain },
            Parsed::Alias(anchor) => Event { kind: ALIAS, anchor: anchor as u64, ..plain },
            Parsed::Scalar(text, style, anchor, tag) => {
                self.text = text;
                let text_at = match &self.text {
                    Cow::Borrowed(part) => offset_in(self.whole, part),
                    Cow::Owned(_) => -1,
                };
                let text_length = self.text.len();
                let event = Event { kind: SCALAR, style: style_of(style), text_at, text_length, ..plain };
                self.node(event, anchor, tag)
            }
            Parsed::SequenceStart(style, anchor, tag) => {
                self.node(Event { kind: SEQUENCE_START, style: brackets(style), ..plain }, anchor, tag)
            }
            Parsed::MappingStart(style, anchor, tag) => {
                self.node(Event { kind: MAPPING_START, style: brackets(style), ..plain }, anchor, tag)
            }
            Parsed::SequenceEnd => Event { kind: SEQUENCE_END, ..plain },
            Parsed::MappingEnd => Event { kind: MAPPING_END, ..plain },
            // The end of the stream, and what the parser has not been asked for.
            _ => Event { position: self.whole.len(), ..Event::default() },
        }
    }

    fn node(&mut self, event: Event, anchor: usize, tag: Option<Cow<'t, Tag>>) -> Event {
        if let Some(tag) = tag {
            self.tag.push_str(tag.handle());
            self.tag.push_str(tag.suffix());
        }
        Event { anchor: anchor as u64, tag_length: self.tag.len(), ..event }
    }
}

const NOT_UTF8: i32 = 1;

/// The number of a mistake: those that a user mends in the same way share one.
fn number(kind: &ErrorKind) -> i32 {
    use ErrorKind as E;
    match kind {
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping => 2,
        E::UnexpectedEofBlockSequence | E::UnexpectedEofBlockMapping | E::UnexpectedEof => 3,
        E::UnknownAnchor => 4,
        E::ExpectedNodeContent => 5,
        E::ExpectedBlockMappingKey => 6,
        E::ExpectedFlowMappingSeparator => 7,
        E::ExpectedFlowSequenceSeparator => 8,
        E::ExpectedBlockSequenceEntry => 9,
        E::SimpleKeyExpected | E::InvalidSimpleKey => 10,
        E::InvalidIndentation | E::InvalidQuotedScalarIndent | E::InvalidFlowScalarIndent => 11,
        E::UnexpectedCharacter { .. } | E::PlainScalarStartsWithDashFlowIndicator | E::BomInsideDocument => 12,
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => 13,
        E::CommentNotSeparated | E::CommentInterceptedScalar | E::ExpectedWhitespace => 14,
        E::DuplicateVersionDirective
        | E::UnsupportedYamlMajorVersion
        | E::DuplicateTagDirective
        | E::MissingDocumentEndBeforeDirective
        | E::InvalidDirectiveTerminator
        | E::MissingYamlVersionSeparator
        | E::MissingDirectiveName
        | E::InvalidDirectiveName
        | E::DirectiveByteLimitExceeded { .. }
        | E::TooManyReservedDirectiveParams { .. }
        | E::YamlVersionTooLong
        | E::MissingYamlVersion
        | E::ExpectedTagDirectiveBang
        | E::InvalidTagDirectiveTerminator => 15,
        E::ExpectedTagBang
        | E::InvalidGlobalTagCharacter
        | E::InvalidTagTerminator
        | E::MissingTagUri
        | E::UnclosedVerbatimTag
        | E::InvalidTagEscape
        | E::InvalidTagUtf8LeadingByte
        | E::InvalidTagUtf8TrailingByte
        | E::InvalidTagUtf8
        | E::UndeclaredTagHandle => 16,
        _ => number_of_marks(kind),
    }
}

/// The same for anchors, brackets, quotes and colons.
fn number_of_marks(kind: &ErrorKind) -> i32 {
    use ErrorKind as E;
    match kind {
        E::MissingAnchorOrAliasName => 17,
        E::MisplacedFlowCollectionEnd => 18,
        E::RecursionLimitExceeded => 19,
        E::BlockEntryInFlowCollection | E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => 20,
        E::ZeroBlockScalarIndent | E::InvalidBlockScalarHeader | E::InvalidBlockScalarIndent => 21,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => 22,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => 23,
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => 24,
        E::InvalidLowSurrogateHexEscape | E::InvalidLowSurrogate | E::MissingLowSurrogate | E::UnpairedLowSurrogate => {
            25
        }
        E::MappingKeyNotAllowed => 26,
        E::InvalidMappingValueWhitespace | E::FlowMappingValueAdjacentCollection => 27,
        E::InvalidColonPlacement | E::MappingValueNotAllowed => 28,
        E::InvalidDocumentEnd | E::ExpectedDocumentStart => 29,
        E::MismatchedFlowCollectionEnd { .. } => 30,
        _ => 0,
    }
}

/// Where a part of a text stands in it, or -1 if it is none.
fn offset_in(whole: &str, part: &str) -> isize {
    let offset = (part.as_ptr() as usize).wrapping_sub(whole.as_ptr() as usize);
    if offset.checked_add(part.len()).is_some_and(|end| end <= whole.len()) { offset as isize } else { -1 }
}

fn style_of(style: ScalarStyle) -> i32 {
    match style {
        ScalarStyle::Plain => 0,
        ScalarStyle::SingleQuoted => 1,
        ScalarStyle::DoubleQuoted => 2,
        ScalarStyle::Literal => 3,
        ScalarStyle::Folded => 4,
    }
}

fn brackets(style: StructureStyle) -> i32 {
    i32::from(style == StructureStyle::Flow)
}

#[cfg(feature = "library")]
mod symbols {
    use alloc::boxed::Box;
    use core::alloc::{GlobalAlloc, Layout};
    use core::ptr;
    use core::sync::atomic::{AtomicPtr, Ordering};

    use super::super::bytes_at;
    use super::{Event, Reader, alloc};

    /// The program's: gives memory (`old` is null), or takes it back (`size` is 0).
    type Memory = unsafe extern "C" fn(size: usize, alignment: usize, old: *mut u8, old_size: usize) -> *mut u8;

    /// The same procedure in every call, so it does not matter which thread has put it there.
    static MEMORY: AtomicPtr<()> = AtomicPtr::new(ptr::null_mut());

    struct Program;

    fn memory() -> Memory {
        // SAFETY: every symbol here begins with `enter`.
        unsafe { core::mem::transmute::<*mut (), Memory>(MEMORY.load(Ordering::Relaxed)) }
    }

    fn enter(memory: Memory) {
        MEMORY.store(memory as *mut (), Ordering::Relaxed);
    }

    // SAFETY: the program's allocator, which ends the program rather than give null.
    unsafe impl GlobalAlloc for Program {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: any size and alignment will do.
            unsafe { memory()(layout.size(), layout.align(), ptr::null_mut(), 0) }
        }

        unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
            // SAFETY: it comes from `alloc`.
            unsafe { memory()(0, layout.align(), old, layout.size()) };
        }
    }

    #[global_allocator]
    static PROGRAM: Program = Program;

    /// A reader of a text, which has to last as long as the reader.
    ///
    /// # Safety
    ///
    /// It is so long.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_yaml_open(text: *const u8, length: usize, memory: Memory) -> *mut Reader<'static> {
        enter(memory);
        // SAFETY: the caller's promise.
        Box::into_raw(Box::new(Reader::new(unsafe { bytes_at(text, length) })))
    }

    /// The next event.
    ///
    /// # Safety
    ///
    /// The reader comes from `hb_yaml_open` and has not been closed.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_yaml_next(reader: *mut Reader<'static>, out: *mut Event, memory: Memory) {
        enter(memory);
        // SAFETY: the caller's promise.
        unsafe { out.write((*reader).next_event()) };
    }

    /// Writes the last event's text and, behind it, its tag.
    ///
    /// # Safety
    ///
    /// There is room for as many bytes as the event has said.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_yaml_texts(reader: *mut Reader<'static>, out: *mut u8) {
        // SAFETY: the caller's promise.
        unsafe {
            let (text, tag) = (*reader).texts();
            out.copy_from_nonoverlapping(text.as_ptr(), text.len());
            out.add(text.len()).copy_from_nonoverlapping(tag.as_ptr(), tag.len());
        }
    }

    /// Frees a reader.
    ///
    /// # Safety
    ///
    /// It comes from `hb_yaml_open` and has not been closed.
    #[unsafe(no_mangle)]
    unsafe extern "C" fn hb_yaml_close(reader: *mut Reader<'static>, memory: Memory) {
        enter(memory);
        // SAFETY: the caller's promise.
        drop(unsafe { Box::from_raw(reader) });
    }
}
