//! Ways through generic procedures of the prelude, each of which gives back what it is given; and texts that are put together.

use super::super::tree::{Expr, Kind, Ty, Way};
use super::Maker;

const fn way(name: &'static str, arguments: &'static [Ty]) -> Way {
    Way { name, arguments, has_length: false }
}

/// All of `ways.hb`.
pub static WAYS: [Way; 47] = [
    way("way_maybe", &[]),
    way("way_array", &[Ty::INT]),
    way("way_slice", &[Ty::INT]),
    way("way_literal_slice", &[Ty::INT]),
    Way { name: "way_box", arguments: &[], has_length: true },
    way("way_tight", &[]),
    way("way_wide", &[]),
    way("way_using", &[]),
    way("way_union", &[Ty::INT]),
    way("way_raw", &[]),
    way("way_soa", &[Ty::INT]),
    way("way_pointers", &[]),
    way("way_heap", &[]),
    way("way_made_slice", &[Ty::INT]),
    way("way_arena", &[]),
    way("way_fixed", &[]),
    way("way_temporary", &[]),
    way("way_list", &[Ty::INT]),
    way("way_map", &[Ty::INT]),
    way("way_deque", &[]),
    way("way_any", &[]),
    way("way_many", &[]),
    way("way_anys", &[]),
    way("way_closure", &[Ty::INT]),
    way("way_literal", &[]),
    way("way_value", &[]),
    way("way_defer", &[]),
    way("way_with", &[Ty::INT]),
    way("way_tail", &[Ty::INT]),
    way("way_recursion", &[Ty::INT]),
    way("way_error", &[Ty::INT]),
    way("way_loop", &[Ty::INT]),
    way("way_while", &[]),
    way("way_for", &[]),
    way("way_places", &[]),
    way("way_fields", &[]),
    way("way_bytes", &[]),
    way("way_match", &[Ty::Str]),
    way("way_block", &[]),
    way("way_rune", &[Ty::Rune]),
    way("way_swap", &[]),
    way("way_results", &[]),
    way("way_static", &[]),
    way("way_default", &[]),
    way("way_type", &[]),
    way("way_unchecked", &[Ty::INT]),
    way("way_overload", &[]),
];

/// How integers are shown.
const SPECS: [&str; 7] = ["", ":>9", ":<7", ":^8", ":+", ":05", ":>3"];
const UNSIGNED_SPECS: [&str; 5] = ["", ":x", ":b", ":#x", ":08b"];

impl Maker {
    /// A value that comes back by one of the ways.
    pub fn way(&mut self, ty: &Ty, depth: usize) -> Option<Expr> {
        // What allocates or is deep takes its time in the interpreter.
        if ty.is_alias() || !self.afford(60) || self.frame.is_pure {
            return None;
        }
        let way = self.random.pick(&WAYS);
        let mut values = Vec::new();
        let inner = self.expr(ty, depth - 1);
        values.push(self.named(inner));
        for ty in way.arguments {
            values.push(self.leaf(ty));
        }
        let length = if way.has_length { 1 + self.random.below(6) } else { 0 };
        Some(Expr::new(ty.clone(), Kind::Way(way, length, values)))
    }

    /// Texts that are made while the program runs.
    pub fn made_text(&mut self, depth: usize) -> Expr {
        let kind = match self.random.below(4) {
            0 => Kind::Concat(self.expr(&Ty::Str, depth - 1).into(), self.expr(&Ty::Str, depth - 1).into()),
            1 | 2 => {
                let count = 1 + self.random.below(3);
                let parts = (0..count).map(|_| self.shown(depth)).collect();
                let between: [&'static str; 4] = ["", " ", ", ", "é{{"];
                Kind::Format(parts, self.random.pick::<&'static str>(&between))
            }
            _ => match self.readable(&Ty::Str) {
                Some(text) => Kind::TextFrom(text.into(), self.leaf(&Ty::INT).into()),
                None => return self.leaf(&Ty::Str),
            },
        };
        Expr::new(Ty::Str, kind)
    }

    /// A value with how it is shown.
    fn shown(&mut self, depth: usize) -> (&'static str, Expr) {
        let (spec, ty) = match self.random.below(6) {
            0 => ("", Ty::Bool),
            1 => ("", Ty::Rune),
            2 => (*self.random.pick(&["", ":>12"]), Ty::Str),
            3 => (*self.random.pick(&UNSIGNED_SPECS), Ty::Int(*self.random.pick(&[8, 32, 64, 128]), false)),
            _ => (*self.random.pick(&SPECS), self.int_ty()),
        };
        let value = self.expr(&ty, depth - 1);
        (spec, self.named(value))
    }
}
