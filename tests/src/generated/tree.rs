//! Generated programs as trees: every expression knows its type, nothing is left to inference, and nothing is undefined.
//!
//! Both printers (`hubbub.rs`, `c/`) read these trees, and the shrinker rewrites them. Start reading at [`Case`].

/// A type of a generated program. Numbers refer to the declarations of the case.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Ty {
    /// Bits, and whether it has a sign.
    Int(u16, bool),
    /// Bits.
    Float(u16),
    Bool,
    Rune,
    Str,
    Struct(usize),
    Enum(usize),
    Union(usize),
    Distinct(usize),
    Array(Box<Ty>, usize),
    Slice(Box<Ty>),
    Simd(Box<Ty>, usize),
    Maybe(Box<Ty>),
    Pointer(Box<Ty>),
    /// Parameters and result.
    Closure(Vec<Ty>, Box<Ty>),
    /// Parameters and result.
    Proc(Vec<Ty>, Box<Ty>),
    /// The parameter of a generic procedure.
    Param,
}

impl Ty {
    /// `Int`.
    pub const INT: Ty = Ty::Int(64, true);

    pub fn is_int(&self) -> bool {
        matches!(self, Ty::Int(..))
    }

    /// Whether its values are alias of something, so that they cannot be kept anywhere.
    pub fn is_alias(&self) -> bool {
        matches!(self, Ty::Pointer(_) | Ty::Slice(_) | Ty::Closure(..) | Ty::Proc(..))
    }
}

/// A number of a variable.
pub type Var = usize;

/// A variable, a parameter, a name that a pattern or a loop binds, or a constant.
#[derive(Clone, Debug)]
pub struct VarInfo {
    pub name: String,
    pub ty: Ty,
    /// Whether it may be assigned.
    pub is_free: bool,
    pub is_global: bool,
}

/// Operators on numbers, with Hubbub's sign.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Mod,
    And,
    Or,
    Xor,
    Shl,
    Shr,
}

impl Op {
    pub fn sign(self) -> &'static str {
        match self {
            Op::Add => "+",
            Op::Sub => "-",
            Op::Mul => "*",
            Op::Div => "/",
            Op::Rem => "%",
            Op::Mod => "%%",
            Op::And => "&",
            Op::Or => "|",
            Op::Xor => "^",
            Op::Shl => "<<",
            Op::Shr => ">>",
        }
    }

    /// The name of C's helper.
    pub fn name(self) -> &'static str {
        match self {
            Op::Add => "add",
            Op::Sub => "sub",
            Op::Mul => "mul",
            Op::Div => "div",
            Op::Rem => "rem",
            Op::Mod => "mod",
            Op::And => "and",
            Op::Or => "or",
            Op::Xor => "xor",
            Op::Shl => "shl",
            Op::Shr => "shr",
        }
    }
}

/// A value with its type.
#[derive(Clone, Debug)]
pub struct Expr {
    pub ty: Ty,
    pub kind: Kind,
}

/// An argument, and the parameter that it names if it goes by name.
#[derive(Clone, Debug)]
pub struct Arg {
    pub parameter: usize,
    pub is_named: bool,
    pub value: Expr,
}

/// How a call is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallStyle {
    Plain,
    /// `x.f()`.
    Receiver,
    /// `a + b`, `-a`, `a[b]`, `a < b`.
    Operator,
}

/// A generic procedure of the prelude that gives its first argument back, by some way through the language.
#[derive(Debug)]
pub struct Way {
    pub name: &'static str,
    /// Types of the arguments behind the first.
    pub arguments: &'static [Ty],
    /// Whether it has a length as second type argument.
    pub has_length: bool,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// The bits, as wide as the type.
    Int(u128),
    /// The bits as of an f64.
    Float(u64),
    Bool(bool),
    /// The text without quotes; ASCII or not, no escapes needed.
    Str(String),
    Rune(char),
    /// `T{}`.
    Default,
    Var(Var),
    Field(Box<Expr>, usize),
    Index(Box<Expr>, Box<Expr>),
    Deref(Box<Expr>),
    Address(Box<Expr>),
    Slice(Box<Expr>, usize, usize),
    Length(Box<Expr>),
    Binary(Op, Box<Expr>, Box<Expr>),
    /// `==` and its kin.
    Compare(&'static str, Box<Expr>, Box<Expr>),
    /// Whether a range holds a value, and whether it includes its end.
    InRange(Box<Expr>, Box<Expr>, Box<Expr>, bool),
    And(Box<Expr>, Box<Expr>),
    Or(Box<Expr>, Box<Expr>),
    Not(Box<Expr>),
    Neg(Box<Expr>),
    Complement(Box<Expr>),
    /// `T(x)`.
    Convert(Box<Expr>),
    /// A conversion that is not written.
    Implicit(Box<Expr>),
    /// The bits of a float, 0 for NaN.
    Bits(Box<Expr>),
    /// A float of these bits.
    FromBits(Box<Expr>),
    /// All fields, and whether they are named.
    Struct(Vec<Expr>, bool),
    Update(Box<Expr>, Vec<(usize, Expr)>),
    Array(Vec<Expr>),
    Member(usize),
    /// `flag in flags`.
    Has(Box<Expr>, Box<Expr>),
    EnumName(Box<Expr>),
    /// A union's value.
    Case(usize, Option<Box<Expr>>),
    TagIs(Box<Expr>, usize),
    Some(Box<Expr>),
    None,
    OrElse(Box<Expr>, Box<Expr>),
    OrReturn(Box<Expr>),
    /// `or_break` and `or_continue`.
    OrJump(Box<Expr>, bool, Option<usize>),
    /// The procedure, the type argument, the arguments as written, the style.
    Call(usize, Option<Ty>, Vec<Arg>, CallStyle),
    CallValue(Box<Expr>, Vec<Expr>),
    ProcValue(usize),
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    Match(Box<Match>),
    /// Its statements end with `=> v`, and may give earlier.
    Block(Block),
    /// `context.user_index`.
    UserIndex,
    /// Computed by the compiler.
    Run(Box<Expr>),
    /// `size_of(T)`.
    SizeOf(Ty),
    /// Through a procedure that gives the first of these back; the length that it is given.
    Way(&'static Way, usize, Vec<Expr>),
    /// Elements of an array that a slice is made of, or arguments of a `..T`.
    Pack(Vec<Expr>),
    /// All lanes.
    Splat(Box<Expr>),
    /// `all(a < b)` and its kin: the procedure, the comparison.
    Lanes(&'static str, &'static str, Box<Expr>, Box<Expr>),
    /// `select(a < b, c, d)`.
    Select(&'static str, Box<[Expr; 4]>),
    Shuffle(Box<Expr>, Box<Expr>, Vec<usize>),
    /// `sum`, `min` and so on.
    Reduce(&'static str, Box<Expr>),
    /// Values with how each is shown, and the text between them.
    Format(Vec<(&'static str, Expr)>, &'static str),
    Concat(Box<Expr>, Box<Expr>),
    /// A text from some byte on.
    TextFrom(Box<Expr>, Box<Expr>),
}

/// Statements.
pub type Block = Vec<Stmt>;

/// What an arm asks for.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// A value, or a range with its end, which it may include.
    Values(Vec<(Expr, Option<(Expr, bool)>)>),
    /// Members of an enum.
    Members(Vec<usize>),
    /// A member of a union or a `Maybe`, the name for its payload, and whether the name is the payload itself.
    Case(usize, Option<Var>, bool),
}

/// An arm of a `match`.
#[derive(Clone, Debug)]
pub struct Arm {
    pub pattern: Pattern,
    pub guard: Option<Expr>,
    pub body: Block,
}

/// A `match`, as a statement or an expression; then each body ends with `=> v`.
#[derive(Clone, Debug)]
pub struct Match {
    pub value: Expr,
    pub arms: Vec<Arm>,
    pub otherwise: Option<Block>,
}

/// A closure: what it captures, and whether by reference.
#[derive(Clone, Debug)]
pub struct Closure {
    pub var: Var,
    pub captures: Vec<(Var, bool)>,
    pub parameters: Vec<Var>,
    pub result: Ty,
    pub body: Block,
}

/// What a `for` goes over.
#[derive(Clone, Debug)]
pub enum Over {
    /// The ends, whether the end is included, whether backwards.
    Range(Expr, Expr, bool, bool),
    /// An array or a slice; whether the name is the element itself; the name of the index.
    Elements(Expr, bool, Option<Var>),
    /// Runes and their offsets.
    Text(Expr, Option<Var>),
    /// An iterator, where it begins, how many values it gives, the name that counts them.
    Iterator(usize, i64, usize, Option<Var>),
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Stmt {
    /// Whether its type is written.
    Let(Var, Expr, bool),
    /// From a call with several results; `_` for none.
    LetMany(Vec<Option<Var>>, Expr),
    LetClosure(Closure),
    Assign(Expr, Expr),
    AssignMany(Vec<(Expr, Expr)>),
    /// Several places from a call with several results.
    AssignCall(Vec<Option<Expr>>, Expr),
    Compound(Op, Expr, Expr),
    If(Vec<(Expr, Block)>, Option<Block>),
    IfLet(Var, Expr, Block, Option<Block>),
    /// The counter that ends it, how often at most, the condition, the body.
    While(Option<usize>, Var, usize, Expr, Block),
    For(Option<usize>, Var, Over, Block),
    Block(Option<usize>, Block),
    Match(Match),
    Break(Option<usize>),
    Continue(Option<usize>),
    Return(Vec<Expr>),
    Tail(Expr),
    Give(Expr),
    Defer(Block),
    With(Expr, Block),
    /// `#if`, the condition, whether it holds.
    Static(&'static str, bool, Block, Block),
    /// Without checks of bounds.
    Unchecked(Block),
    /// `while x := next(&it)`.
    WhileNext(Option<usize>, Var, Var, usize, i64, usize, Block),
    Note(Expr),
    Call(Expr),
    /// A fault; never reached by a program without one.
    Fault(Fault),
}

/// What goes wrong on purpose, with the beginning of what the panic says. A mark in the code stands where it is reported.
#[derive(Clone, Debug)]
pub struct Fault {
    pub code: String,
    pub message: String,
}

/// Whether a procedure has a type parameter, and which types it takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Generic {
    No,
    Integers,
    Anything,
}

/// A procedure.
#[derive(Clone, Debug)]
pub struct Proc {
    /// Members of an overload set share it.
    pub name: String,
    /// C's name.
    pub symbol: String,
    pub operator: Option<&'static str>,
    pub generic: Generic,
    /// So many of its parameters are known when compiling.
    pub values: usize,
    /// Whether the last parameter takes any number of arguments.
    pub is_variadic: bool,
    pub parameters: Vec<(Var, Option<Expr>)>,
    pub results: Vec<Ty>,
    pub body: Block,
    pub attribute: &'static str,
    /// Whether it neither reads nor writes anything but its parameters.
    pub is_pure: bool,
    /// About how many steps a call takes.
    pub cost: u64,
    /// Whether other procedures may call it.
    pub is_callable: bool,
}

/// A field with its default.
#[derive(Clone, Debug)]
pub struct Field {
    pub name: String,
    pub ty: Ty,
    pub default: Option<Expr>,
    /// Whether the fields of its struct can be said without its name.
    pub is_using: bool,
}

/// How the fields of a struct lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    Plain,
    Packed,
    Aligned(usize),
}

/// A struct. One of a generic struct has the instance as its name; it declares the generic struct if it says how.
#[derive(Clone, Debug)]
pub struct StructInfo {
    pub name: String,
    /// C's name.
    pub symbol: String,
    pub layout: Layout,
    /// The generic struct as it is written.
    pub declaration: Option<String>,
    pub is_generic: bool,
    pub fields: Vec<Field>,
}

/// An enum; flags if it says so.
#[derive(Clone, Debug)]
pub struct EnumInfo {
    pub name: String,
    pub backing: Option<Ty>,
    pub members: Vec<(String, i128)>,
    pub is_flags: bool,
    pub is_dense: bool,
    pub is_error: bool,
}

/// A union.
#[derive(Clone, Debug)]
pub struct UnionInfo {
    pub name: String,
    pub cases: Vec<(String, Option<Ty>)>,
    /// Its first member, which has no payload, means success.
    pub is_error: bool,
}

/// A type with `next`, whose values are computed from a counter.
#[derive(Clone, Debug)]
pub struct IteratorInfo {
    pub name: String,
    pub counter: Var,
    pub value: Expr,
}

/// A distinct type.
#[derive(Clone, Debug)]
pub struct DistinctInfo {
    pub name: String,
    pub base: Ty,
}

/// A generated program. Several of them make a file, so that there are fewer processes.
#[derive(Clone, Debug, Default)]
pub struct Case {
    pub seed: u64,
    pub structs: Vec<StructInfo>,
    pub enums: Vec<EnumInfo>,
    pub unions: Vec<UnionInfo>,
    pub distincts: Vec<DistinctInfo>,
    pub iterators: Vec<IteratorInfo>,
    pub vars: Vec<VarInfo>,
    /// Variables and constants of the module, with their values; constants are not free.
    pub globals: Vec<(Var, Expr)>,
    pub procs: Vec<Proc>,
}

impl Case {
    /// Whether it holds vectors: those have no `==`.
    pub fn has_vectors(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Simd(..) => true,
            Ty::Array(inner, _) | Ty::Maybe(inner) => self.has_vectors(inner),
            Ty::Struct(index) => self.structs[*index].fields.iter().any(|field| self.has_vectors(&field.ty)),
            Ty::Union(index) => {
                self.unions[*index].cases.iter().any(|(_, ty)| ty.as_ref().is_some_and(|ty| self.has_vectors(ty)))
            }
            Ty::Distinct(index) => self.has_vectors(&self.distincts[*index].base),
            _ => false,
        }
    }

    /// The type that a distinct type stands for, else the type.
    pub fn base(&self, ty: &Ty) -> Ty {
        match ty {
            Ty::Distinct(index) => self.distincts[*index].base.clone(),
            other => other.clone(),
        }
    }
}

impl Expr {
    /// Whether it is a text that may be twice as long as one that it is made of. In a loop such texts would fill the memory, so printers
    /// put `brief` around them.
    pub fn may_double(&self) -> bool {
        let is_unknown = |value: &Expr| value.ty == Ty::Str && !matches!(value.kind, Kind::Str(_));
        match &self.kind {
            Kind::Concat(left, right) => is_unknown(left) && is_unknown(right),
            Kind::Format(parts, _) => parts.iter().filter(|(_, value)| is_unknown(value)).count() > 1,
            _ => false,
        }
    }

    pub fn new(ty: Ty, kind: Kind) -> Self {
        Self { ty, kind }
    }

    pub fn int(ty: &Ty, value: u128) -> Self {
        let bits = match ty {
            Ty::Int(bits, _) if *bits < 128 => value & ((1 << bits) - 1),
            _ => value,
        };
        Self::new(ty.clone(), Kind::Int(bits))
    }
}
