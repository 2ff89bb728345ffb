//! Forms of a program that people read: tokens, tree, MIR, LLVM's IR, assembly, a C header; and objects.

use hubbub_codegen_llvm::{Emit, Output};
use hubbub_mir::print;

use crate::session::{Lowered, Session, Stopped};

/// A form of a program.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// What the lexer makes of the main module.
    Tokens,
    /// What the parser makes of it.
    Tree,
    /// Control-flow graphs.
    Mir,
    /// LLVM's form, as it goes to the back end.
    LlvmIr,
    /// The same in its binary form.
    LlvmBitcode,
    /// Assembly.
    Assembly,
    /// An object file.
    Object,
    /// What C programs include.
    Header,
}

impl Form {
    /// What a file of it ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Form::Tokens => "tokens",
            Form::Tree => "ast",
            Form::Mir => "mir",
            Form::LlvmIr => "ll",
            Form::LlvmBitcode => "bc",
            Form::Header => "h",
            Form::Assembly => "s",
            Form::Object => "o",
        }
    }

    /// Whether it is made before anything is checked.
    fn is_syntax(self) -> bool {
        matches!(self, Form::Tokens | Form::Tree)
    }
}

impl Session {
    /// The program in these forms, in their order.
    pub fn emit(&mut self, forms: &[Form]) -> Result<Vec<(Form, Vec<u8>)>, Stopped> {
        let mut made = Vec::new();
        if forms.iter().any(|form| form.is_syntax()) {
            let loaded = self.load()?;
            let Some(root) = loaded.modules.iter().next() else { return Err(Stopped) };
            for form in forms.iter().filter(|form| form.is_syntax()) {
                let text = if *form == Form::Tokens { root.tree.dump_tokens() } else { root.tree.dump() };
                made.push((*form, text.into_bytes()));
            }
        }
        if forms.iter().any(|form| !form.is_syntax()) {
            let lowered = self.program()?;
            made.extend(self.emit_lowered(&lowered, forms)?);
        }
        Ok(made)
    }

    fn emit_lowered(&mut self, lowered: &Lowered, forms: &[Form]) -> Result<Vec<(Form, Vec<u8>)>, Stopped> {
        let has = |form: Form| forms.contains(&form);
        let emit = Emit {
            object: has(Form::Object),
            assembly: has(Form::Assembly),
            ir: has(Form::LlvmIr),
            bitcode: has(Form::LlvmBitcode),
        };
        let outputs = if emit == Emit::default() { Vec::new() } else { self.generate(lowered, emit)? };
        let mut made = Vec::new();
        for form in forms {
            match form {
                Form::Tokens | Form::Tree => {}
                Form::Mir => made.push((*form, print::program(&lowered.program).into_bytes())),
                Form::Object => {
                    made.extend(outputs.iter().filter_map(|output| Some((*form, output.object.clone()?))));
                }
                Form::LlvmBitcode => {
                    made.extend(outputs.iter().filter_map(|output| Some((*form, output.bitcode.clone()?))));
                }
                Form::Header => made.extend(lowered.header.clone().map(|text| (*form, text.into_bytes()))),
                Form::Assembly => made.push((*form, texts(&outputs, |output| output.assembly.as_deref()))),
                Form::LlvmIr => made.push((*form, texts(&outputs, |output| output.ir.as_deref()))),
            }
        }
        Ok(made)
    }
}

/// The texts of all units, one behind the other.
fn texts<'o>(outputs: &'o [Output], text: impl Fn(&'o Output) -> Option<&'o str>) -> Vec<u8> {
    outputs.iter().filter_map(text).collect::<Vec<_>>().join("\n").into_bytes()
}
