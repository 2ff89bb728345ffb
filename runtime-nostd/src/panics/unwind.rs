//! From a procedure to its caller.
//!
//! Where `.eh_frame` describes the procedure, its rules for the frame's address, the frame pointer and the return address
//! are followed; these three are all that a backtrace needs. The register of the context is followed for faults. Where it doesn't, the chain of frame pointers is tried.

use super::image::Image;
use super::read::Reader;

/// Where a procedure stands.
#[derive(Clone, Copy)]
pub struct Frame {
    /// The instruction, or the one behind the call.
    pub pc: usize,
    pub sp: usize,
    pub fp: usize,
    /// AArch64's x30: the return address of a procedure that has saved none.
    pub link: usize,
    /// `pc` is the instruction itself.
    pub is_exact: bool,
}

#[cfg(target_arch = "x86_64")]
mod register {
    pub const FP: u64 = 6;
    pub const SP: u64 = 7;
    pub const RETURN: u64 = 16;
    pub const CONTEXT: u64 = 13;
}

#[cfg(target_arch = "aarch64")]
mod register {
    pub const FP: u64 = 29;
    pub const SP: u64 = 31;
    pub const RETURN: u64 = 30;
    pub const CONTEXT: u64 = 20;
}

/// How to find the caller of a procedure at some instruction: offsets from the canonical frame address.
#[derive(Clone, Copy, Default)]
pub struct Rules {
    base: u64,
    offset: i64,
    fp: Option<i64>,
    return_address: Option<i64>,
    context: Option<i64>,
}

/// A page at address 0 is never mapped, and neither is what lies beyond the lower half.
fn load(address: usize) -> Option<usize> {
    let is_possible = address.is_multiple_of(size_of::<usize>()) && (0x10000..1 << 47).contains(&address);
    // SAFETY: within a stack, unless it is damaged; then the fault handler ends the process.
    is_possible.then(|| unsafe { *core::ptr::with_exposed_provenance::<usize>(address) })
}

impl Frame {
    /// Where to look for the procedure: a call may be the last instruction of its own.
    pub fn lookup_pc(&self) -> usize {
        if self.is_exact { self.pc } else { self.pc.wrapping_sub(1) }
    }

    /// The caller's, by rules or by frame pointers.
    pub fn caller(&self, rules: Option<Rules>) -> Option<Frame> {
        let caller = match rules {
            Some(rules) => self.caller_by_rules(rules)?,
            None => self.caller_by_frame_pointer()?,
        };
        // A stack grows towards its callers; anything else is a circle or rubbish.
        (caller.sp > self.sp && caller.pc != 0).then_some(caller)
    }

    /// The register of the context as it was when the procedure was entered, given what is in it now; and where the frame ends.
    pub fn entered_with(&self, rules: Rules, register: usize) -> Option<(usize, usize)> {
        let end = self.end(rules)?;
        let context = match rules.context {
            Some(offset) => load(end.wrapping_add_signed(offset as isize))?,
            None => register,
        };
        Some((context, end))
    }

    /// The canonical frame address.
    fn end(&self, rules: Rules) -> Option<usize> {
        let base = match rules.base {
            register::SP => self.sp,
            register::FP => self.fp,
            _ => return None,
        };
        Some(base.wrapping_add_signed(rules.offset as isize))
    }

    fn caller_by_rules(&self, rules: Rules) -> Option<Frame> {
        let frame = self.end(rules)?;
        let saved = |offset: i64| load(frame.wrapping_add_signed(offset as isize));
        let pc = match rules.return_address {
            Some(offset) => saved(offset)?,
            None => self.link,
        };
        let fp = match rules.fp {
            Some(offset) => saved(offset)?,
            None => self.fp,
        };
        Some(Frame { pc, sp: frame, fp, link: 0, is_exact: false })
    }

    fn caller_by_frame_pointer(&self) -> Option<Frame> {
        const FRAME_MAX: usize = 1 << 24;
        if self.fp < self.sp || self.fp - self.sp > FRAME_MAX {
            return None;
        }
        let (fp, pc) = (load(self.fp)?, load(self.fp + size_of::<usize>())?);
        Some(Frame { pc, sp: self.fp + 2 * size_of::<usize>(), fp, link: 0, is_exact: false })
    }
}

/// What all descriptions of one kind share.
struct Common<'a> {
    code_step: u64,
    data_step: i64,
    encoding: u8,
    has_extra: bool,
    instructions: Reader<'a>,
}

/// The rules at an instruction.
pub fn rules_at(image: &Image, pc: usize) -> Option<Rules> {
    let mut entries = Reader::new(image.frames.bytes, 0);
    loop {
        let length = entries.u32()? as usize;
        if length == 0 || length == u32::MAX as usize {
            return None;
        }
        let start = entries.position();
        let mut entry = entries.part(length)?;
        let back = entry.u32()? as usize;
        if back == 0 {
            continue;
        }
        let common = read_common(image, start.checked_sub(back)?)?;
        let first = read_pointer(image, &mut entry, common.encoding)?;
        let size = read_pointer(image, &mut entry, common.encoding & 15)?;
        if !(first..first.wrapping_add(size)).contains(&pc) {
            continue;
        }
        if common.has_extra {
            let extra = entry.unsigned()? as usize;
            entry.skip(extra)?;
        }
        let mut program = Program {
            common: &common,
            first: Rules::default(),
            rules: Rules::default(),
            saved: [Rules::default(); 4],
            depth: 0,
        };
        program.run(common.instructions, 0, u64::MAX)?;
        program.first = program.rules;
        program.run(entry, 0, (pc - first) as u64)?;
        return Some(program.rules);
    }
}

fn read_common(image: &Image, at: usize) -> Option<Common<'_>> {
    let mut outer = Reader::new(image.frames.bytes, at);
    let length = outer.number(4).filter(|&length| length < u64::from(u32::MAX));
    // `at` names the length of the description.
    let mut entry = outer.part(length? as usize)?;
    entry.u32()?;
    let version = entry.u8()?;
    let augmentation = entry.text()?;
    let (code_step, data_step) = (entry.unsigned()?, entry.signed()?);
    if version == 1 { entry.u8().map(u64::from) } else { entry.unsigned() }?;
    let mut common = Common { code_step, data_step, encoding: 0, has_extra: false, instructions: entry };
    if augmentation.first() == Some(&b'z') {
        common.has_extra = true;
        let size = entry.unsigned()? as usize;
        let mut extra = entry.part(size)?;
        for letter in augmentation.iter().skip(1) {
            match letter {
                b'R' => common.encoding = extra.u8()?,
                b'L' => extra.skip(1)?,
                b'P' => {
                    let encoding = extra.u8()?;
                    read_pointer(image, &mut extra, encoding)?;
                }
                _ => {}
            }
        }
        common.instructions = entry;
    }
    Some(common)
}

/// A pointer as `.eh_frame` encodes it.
fn read_pointer(image: &Image, reader: &mut Reader, encoding: u8) -> Option<usize> {
    let place = image.frames.address.wrapping_add(reader.position());
    let value = match encoding & 15 {
        0 | 4 | 12 => reader.u64()? as usize,
        2 => reader.u16()? as usize,
        3 => reader.u32()? as usize,
        10 => reader.u16()? as i16 as usize,
        11 => reader.u32()? as i32 as usize,
        _ => return None,
    };
    const RELATIVE: u8 = 0x10;
    Some(if encoding & 0x70 == RELATIVE { value.wrapping_add(place) } else { value })
}

/// The little programs that the rules are written as.
struct Program<'a> {
    common: &'a Common<'a>,
    first: Rules,
    rules: Rules,
    saved: [Rules; 4],
    depth: usize,
}

impl Program<'_> {
    /// Runs as far as the instruction `target` bytes from the procedure's start.
    fn run(&mut self, mut code: Reader, mut place: u64, target: u64) -> Option<()> {
        while !code.is_at_end() {
            let byte = code.u8()?;
            let step = match (byte >> 6, byte & 63) {
                (1, delta) => u64::from(delta),
                (0, 2) => code.number(1)?,
                (0, 3) => code.number(2)?,
                (0, 4) => code.number(4)?,
                _ => {
                    self.rule(byte, &mut code)?;
                    continue;
                }
            };
            place += step * self.common.code_step;
            if place > target {
                return Some(());
            }
        }
        Some(())
    }

    fn rule(&mut self, byte: u8, code: &mut Reader) -> Option<()> {
        let scale = self.common.data_step;
        match (byte >> 6, byte & 63) {
            (2, register) => {
                let offset = code.unsigned()? as i64 * scale;
                self.set(register.into(), Some(offset));
            }
            (3, register) => self.restore(register.into()),
            (_, 0) => {}
            (_, 5) => {
                let register = code.unsigned()?;
                let offset = code.unsigned()? as i64 * scale;
                self.set(register, Some(offset));
            }
            (_, 6) => {
                let register = code.unsigned()?;
                self.restore(register);
            }
            (_, 7 | 8) => {
                let register = code.unsigned()?;
                self.set(register, None);
            }
            (_, 10) => {
                *self.saved.get_mut(self.depth)? = self.rules;
                self.depth += 1;
            }
            (_, 11) => {
                self.depth = self.depth.checked_sub(1)?;
                self.rules = *self.saved.get(self.depth)?;
            }
            (_, 12) => (self.rules.base, self.rules.offset) = (code.unsigned()?, code.unsigned()? as i64),
            (_, 13) => self.rules.base = code.unsigned()?,
            (_, 14) => self.rules.offset = code.unsigned()? as i64,
            (_, 16 | 22) => {
                let register = code.unsigned()?;
                let size = code.unsigned()? as usize;
                code.skip(size)?;
                self.set(register, None);
            }
            (_, 17) => {
                let register = code.unsigned()?;
                let offset = code.signed()? * scale;
                self.set(register, Some(offset));
            }
            (_, 18) => (self.rules.base, self.rules.offset) = (code.unsigned()?, code.signed()? * scale),
            (_, 19) => self.rules.offset = code.signed()? * scale,
            (_, 46) => {
                code.unsigned()?;
            }
            _ => return None,
        }
        Some(())
    }

    fn set(&mut self, register: u64, offset: Option<i64>) {
        match register {
            register::FP => self.rules.fp = offset,
            register::RETURN => self.rules.return_address = offset,
            register::CONTEXT => self.rules.context = offset,
            _ => {}
        }
    }

    fn restore(&mut self, register: u64) {
        match register {
            register::FP => self.rules.fp = self.first.fp,
            register::RETURN => self.rules.return_address = self.first.return_address,
            register::CONTEXT => self.rules.context = self.first.context,
            _ => {}
        }
    }
}
