//! Typed bodies made by hand over the declarations of a source text, and what they are lowered to.

use hubbub_base::table::Run;
use hubbub_base::{FileId, Name, Table};
use hubbub_mir::lower::{Options, Session, lower_body};
use hubbub_mir::{InlineHint, Linkage, Procedure, Program, Signature};
use hubbub_sema::Sema;
use hubbub_sema::data::typed::*;
use hubbub_sema::data::types::{DeclId, InstanceId, ModuleId, TypeId};
use hubbub_sema::data::value::{TypedValue, Value};
use hubbub_sema::load::{LoadOptions, MemoryFiles, load};

/// Declarations that the bodies of all tests can use.
const DECLARATIONS: &str = r#"
mark :: (n: Int) #foreign
give :: (n: Int) -> Int #foreign
maybe :: () -> (Int, Bool) #foreign
total: Int
Point :: struct
    x, y: Int
end
Shape :: union
    circle: Int
    square: Point
    empty
end
Color :: enum
    RED
    GREEN
    BLUE
end
"#;

/// A body in the making.
pub struct Make {
    pub sema: Sema,
    pub body: TypedBody,
}

impl Make {
    /// An empty body with these results.
    pub fn new(results: impl FnOnce(&Sema) -> Vec<TypeId>) -> Self {
        let files = MemoryFiles::default().file("/t/Main.hb", DECLARATIONS);
        let options = LoadOptions { root: "/t/Main.hb".into(), ..LoadOptions::default() };
        let sema = Sema::new(load(&files, &options), hubbub_sema::session::Options::default());
        let owner = sema.identity_instance(DeclId(0));
        let body = TypedBody {
            owner,
            file: FileId(0),
            locals: Table::new(),
            parameters: Vec::new(),
            captures: Vec::new(),
            results: results(&sema),
            exprs: Table::new(),
            arms: Table::new(),
            patterns: Table::new(),
            lists: Vec::new(),
            scope_count: 16,
            statements: Run::default(),
            has_errors: false,
        };
        Self { sema, body }
    }

    pub fn int_ty(&self) -> TypeId {
        self.sema.types.int
    }

    /// What the source declares under a name.
    pub fn named(&self, name: &str) -> InstanceId {
        let decl = self.sema.own_declarations(ModuleId(0), Name::new(name)).next().expect("declared above");
        self.sema.identity_instance(decl)
    }

    pub fn type_named(&self, name: &str) -> TypeId {
        self.sema.declared_type(self.named(name))
    }

    pub fn run(&mut self, ids: &[ExprId]) -> Run {
        self.words(&ids.iter().map(|id| id.0).collect::<Vec<_>>())
    }

    pub fn words(&mut self, words: &[u32]) -> Run {
        let start = self.body.lists.len() as u32;
        self.body.lists.extend(words);
        Run { start, length: words.len() as u32 }
    }

    pub fn expr(&mut self, kind: ExprKind, ty: TypeId) -> ExprId {
        self.body.exprs.push(Expr { kind, ty, at: 0 })
    }

    pub fn statement(&mut self, kind: ExprKind) -> ExprId {
        let void = self.sema.types.void;
        self.expr(kind, void)
    }

    /// A variable; `flags` are among `a` (assigned), `&` (its address is taken), `r` (a reference).
    pub fn local(&mut self, name: &str, ty: TypeId, flags: &str) -> LocalId {
        self.body.locals.push(Local {
            name: Some(Name::new(name)),
            ty,
            at: 0,
            is_reference: flags.contains('r'),
            is_assigned: flags.contains('a'),
            is_address_taken: flags.contains('&'),
        })
    }

    pub fn get(&mut self, local: LocalId) -> ExprId {
        let ty = self.body.locals[local].ty;
        self.expr(ExprKind::Local(local), ty)
    }

    pub fn constant(&mut self, value: Value, ty: TypeId) -> ExprId {
        let value = self.sema.values.intern(TypedValue { ty, value });
        self.expr(ExprKind::Constant(value), ty)
    }

    pub fn int(&mut self, value: i64) -> ExprId {
        let ty = self.int_ty();
        self.constant(Value::Integer(value.into()), ty)
    }

    pub fn binary(&mut self, operator: Operator, left: ExprId, right: ExprId) -> ExprId {
        let ty = match operator {
            Operator::Less | Operator::Equal | Operator::Greater => self.sema.types.bool,
            _ => self.body.exprs[left].ty,
        };
        self.expr(ExprKind::Binary { operator, left, right }, ty)
    }

    pub fn call(&mut self, name: &str, arguments: &[ExprId]) -> ExprId {
        let procedure = self.named(name);
        let results = self.sema.signature(procedure).expect("a procedure").results.clone();
        let ty = match results.as_ref() {
            [] => self.sema.types.void,
            [one] => *one,
            _ => self.sema.intern(hubbub_sema::data::types::TypeKind::Results(results)),
        };
        let pairs: Vec<u32> = arguments.iter().enumerate().flat_map(|(n, it)| [n as u32, it.0]).collect();
        let arguments = self.words(&pairs);
        self.expr(ExprKind::Call { procedure, arguments, is_tail: false }, ty)
    }

    pub fn mark(&mut self, n: i64) -> ExprId {
        let n = self.int(n);
        self.call("mark", &[n])
    }

    pub fn let_(&mut self, local: LocalId, value: ExprId) -> ExprId {
        let locals = self.words(&[local.0]);
        let values = self.run(&[value]);
        self.statement(ExprKind::Let { locals, values })
    }

    pub fn assign(&mut self, places: &[ExprId], values: &[ExprId]) -> ExprId {
        let places = self.run(places);
        let values = self.run(values);
        self.statement(ExprKind::Assign { places, values })
    }

    pub fn return_(&mut self, values: &[ExprId]) -> ExprId {
        let values = self.run(values);
        let never = self.sema.types.never;
        self.expr(ExprKind::Return { values }, never)
    }

    pub fn block(&mut self, scope: u32, statements: &[ExprId]) -> ExprId {
        let statements = self.run(statements);
        self.statement(ExprKind::Block { scope: ScopeId(scope), statements })
    }

    /// The MIR of the body with these statements, without its head.
    pub fn lower(mut self, statements: &[ExprId]) -> String {
        self.body.statements = self.run(statements);
        let session = Session::new(&self.sema, Options { verify: false, ..Options::default() });
        let body = lower_body(&session, &self.body).expect("no errors");
        let symbol = Name::new("f");
        let tys = |locals: &[hubbub_mir::LocalId]| locals.iter().map(|local| body.locals[*local].ty).collect();
        let signature = Signature {
            abi: hubbub_mir::Abi::Hubbub,
            parameters: tys(&body.parameters),
            results: tys(&body.results),
            is_variadic: false,
        };
        let procedure = Procedure {
            symbol,
            name: symbol,
            module: symbol,
            signature,
            linkage: Linkage::Internal,
            inline: InlineHint::Auto,
            is_cold: false,
            is_never: false,
            file: FileId(0),
            at: 0,
            body: Some(body),
        };
        let mut program = Program::default();
        for name in ["mark", "give", "maybe", "Main.total"] {
            if let Some(found) = session.procedure(Name::new(name)) {
                program.procedures.insert(found.symbol, (*found).clone());
            }
            if let Some(found) = session.global(Name::new(name)) {
                program.globals.insert(found.symbol, (*found).clone());
            }
        }
        for name in ["Main.Point", "Main.Shape", "Main.Color", "String"] {
            if let Some(found) = session.aggregate(Name::new(name)) {
                program.aggregates.insert(found.name, found);
            }
        }
        program.procedures.insert(symbol, procedure.clone());
        let mut text = String::new();
        for error in hubbub_mir::verify::procedure(&program, &procedure) {
            text.push_str(&format!("{error}\n"));
        }
        let shown = hubbub_mir::print::procedure(&program, &procedure, hubbub_mir::print::Options::default());
        // The head and the list of locals say little; the names of locals are what one misses, so they stand in front.
        let named = |line: &&str| line.starts_with("    let ") && line.split_whitespace().nth(2).is_some();
        for line in shown.lines().filter(|line| line.starts_with("    let ")).filter(named) {
            let words: Vec<&str> = line.split_whitespace().collect();
            if let [_, id, name, ..] = words.as_slice()
                && !id.ends_with(':')
            {
                text.push_str(&format!("{id} {name} "));
            }
        }
        text.push('\n');
        for line in shown.lines().skip_while(|line| *line != "bb0:").filter(|line| !line.is_empty() && *line != "end") {
            text.push_str(line);
            text.push('\n');
        }
        text
    }
}
