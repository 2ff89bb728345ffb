//! Makes a program that fails smaller, as long as it still fails.
//!
//! It takes away procedures and statements, puts bodies in the place of what is around them, and literals in the place of expressions.
//! What no longer makes sense is refused by both compilers alike, so it counts as not failing.

use super::make;
use super::tree::{Block, Case, Expr, Kind, Stmt};

/// The smallest program found that still fails, after so many attempts.
pub fn shrink(case: &Case, attempts: usize, fails: &mut dyn FnMut(&Case) -> bool) -> Case {
    let mut best = case.clone();
    let mut left = attempts;
    loop {
        let before = left;
        let mut is_better = false;
        for pass in [procedures, statements, unwrapped, expressions] {
            let mut at = 0;
            // Big pieces first, then ever smaller ones.
            let mut size = pass(&best, usize::MAX, 1).1.div_ceil(2).max(1);
            while left > 0 {
                let (candidate, count) = pass(&best, at, size);
                if at >= count {
                    if size == 1 {
                        break;
                    }
                    (at, size) = (0, size / 2);
                    continue;
                }
                left -= 1;
                if fails(&candidate) {
                    best = candidate;
                    is_better = true;
                } else {
                    at += size;
                }
            }
        }
        if !is_better || left == 0 || before == left {
            return best;
        }
    }
}

/// Takes the bodies of procedures away; also gives how many there are.
fn procedures(case: &Case, at: usize, size: usize) -> (Case, usize) {
    let mut case = case.clone();
    let count = case.procs.len() - 1;
    for proc in case.procs.iter_mut().take(count).skip(at).take(size) {
        let keep = proc.body.len().saturating_sub(1);
        proc.body.drain(..keep);
    }
    (case, count)
}

/// Takes statements away; also gives how many there are.
fn statements(case: &Case, at: usize, size: usize) -> (Case, usize) {
    let mut case = case.clone();
    let mut number = 0;
    let is_taken = |number: usize| number >= at && number - at < size;
    for proc in &mut case.procs {
        each_block(&mut proc.body, &mut |block| {
            block.retain(|_| {
                number += 1;
                !is_taken(number - 1)
            });
        });
    }
    let count = if at == usize::MAX { number } else { count_statements(&case) + size };
    (case, count)
}

fn count_statements(case: &Case) -> usize {
    let mut case = case.clone();
    let mut number = 0;
    for proc in &mut case.procs {
        each_block(&mut proc.body, &mut |block| number += block.len());
    }
    number
}

/// Puts the blocks of statements in the place of the statements.
fn unwrapped(case: &Case, at: usize, _: usize) -> (Case, usize) {
    let mut case = case.clone();
    let mut number = 0;
    for proc in &mut case.procs {
        each_block(&mut proc.body, &mut |block| {
            for position in (0..block.len()).rev() {
                let inner = match &block[position] {
                    Stmt::If(branches, _) => branches[0].1.clone(),
                    Stmt::Unchecked(inner) | Stmt::Static(_, true, inner, _) => inner.clone(),
                    Stmt::Block(_, inner) | Stmt::With(_, inner) | Stmt::Defer(inner) => inner.clone(),
                    _ => continue,
                };
                if number == at {
                    block.splice(position..=position, inner);
                }
                number += 1;
            }
        });
    }
    (case, number)
}

/// Puts literals in the place of expressions.
fn expressions(case: &Case, at: usize, _: usize) -> (Case, usize) {
    let mut copy = case.clone();
    let mut number = 0;
    for proc in &mut copy.procs {
        each_expr_in(&mut proc.body, &mut |expr| {
            if matches!(
                expr.kind,
                Kind::Int(_) | Kind::Float(_) | Kind::Bool(_) | Kind::Var(_) | Kind::Str(_) | Kind::Address(_)
            ) {
                return;
            }
            if number == at {
                *expr = match &expr.kind {
                    // What goes in comes out.
                    Kind::Way(_, _, values) => values[0].clone(),
                    _ => make::plain(case, &expr.ty),
                };
            }
            number += 1;
        });
    }
    (copy, number)
}

/// Every block, the inner ones first.
pub fn each_block(block: &mut Block, visit: &mut dyn FnMut(&mut Block)) {
    for statement in block.iter_mut() {
        for_parts(statement, &mut |part| match part {
            Part::Block(inner) => each_block(inner, visit),
            Part::Expr(expr) => blocks_in(expr, visit),
        });
    }
    visit(block);
}

fn blocks_in(expr: &mut Expr, visit: &mut dyn FnMut(&mut Block)) {
    for_operands(expr, &mut |part| match part {
        Part::Block(inner) => each_block(inner, visit),
        Part::Expr(expr) => blocks_in(expr, visit),
    });
}

/// Every expression, the outer ones first.
pub fn each_expr_in(block: &mut Block, visit: &mut dyn FnMut(&mut Expr)) {
    for statement in block {
        for_parts(statement, &mut |part| match part {
            Part::Block(inner) => each_expr_in(inner, visit),
            Part::Expr(expr) => each_expr(expr, visit),
        });
    }
}

fn each_expr(expr: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    visit(expr);
    for_operands(expr, &mut |part| match part {
        Part::Block(inner) => each_expr_in(inner, visit),
        Part::Expr(expr) => each_expr(expr, visit),
    });
}

enum Part<'p> {
    Block(&'p mut Block),
    Expr(&'p mut Expr),
}

fn for_parts(statement: &mut Stmt, visit: &mut dyn FnMut(Part<'_>)) {
    match statement {
        Stmt::Let(_, value, _) | Stmt::LetMany(_, value) | Stmt::Tail(value) | Stmt::Give(value) => {
            visit(Part::Expr(value))
        }
        Stmt::Note(value) | Stmt::Call(value) => visit(Part::Expr(value)),
        Stmt::LetClosure(closure) => visit(Part::Block(&mut closure.body)),
        Stmt::Assign(_, value) | Stmt::Compound(_, _, value) | Stmt::AssignCall(_, value) => visit(Part::Expr(value)),
        Stmt::AssignMany(pairs) => pairs.iter_mut().for_each(|(_, value)| visit(Part::Expr(value))),
        Stmt::If(branches, otherwise) => {
            for (condition, block) in branches {
                visit(Part::Expr(condition));
                visit(Part::Block(block));
            }
            otherwise.iter_mut().for_each(|block| visit(Part::Block(block)));
        }
        Stmt::IfLet(_, value, block, otherwise) => {
            visit(Part::Expr(value));
            visit(Part::Block(block));
            otherwise.iter_mut().for_each(|block| visit(Part::Block(block)));
        }
        Stmt::While(_, _, _, condition, block) => {
            visit(Part::Expr(condition));
            visit(Part::Block(block));
        }
        Stmt::With(value, block) => {
            visit(Part::Expr(value));
            visit(Part::Block(block));
        }
        Stmt::For(_, _, _, block) | Stmt::Block(_, block) | Stmt::Defer(block) | Stmt::Unchecked(block) => {
            visit(Part::Block(block));
        }
        Stmt::WhileNext(.., block) => visit(Part::Block(block)),
        Stmt::Static(_, _, yes, no) => {
            visit(Part::Block(yes));
            visit(Part::Block(no));
        }
        Stmt::Match(matched) => for_match(matched, visit),
        Stmt::Return(values) => values.iter_mut().for_each(|value| visit(Part::Expr(value))),
        Stmt::Break(_) | Stmt::Continue(_) | Stmt::Fault(_) => {}
    }
}

fn for_match(matched: &mut super::tree::Match, visit: &mut dyn FnMut(Part<'_>)) {
    visit(Part::Expr(&mut matched.value));
    for arm in &mut matched.arms {
        arm.guard.iter_mut().for_each(|guard| visit(Part::Expr(guard)));
        visit(Part::Block(&mut arm.body));
    }
    matched.otherwise.iter_mut().for_each(|block| visit(Part::Block(block)));
}

fn for_operands(expr: &mut Expr, visit: &mut dyn FnMut(Part<'_>)) {
    match &mut expr.kind {
        Kind::Binary(_, a, b)
        | Kind::Compare(_, a, b)
        | Kind::And(a, b)
        | Kind::Or(a, b)
        | Kind::Has(a, b)
        | Kind::OrElse(a, b) => {
            visit(Part::Expr(a));
            visit(Part::Expr(b));
        }
        Kind::InRange(a, b, c, _) | Kind::If(a, b, c) => {
            visit(Part::Expr(a));
            visit(Part::Expr(b));
            visit(Part::Expr(c));
        }
        Kind::Not(a) | Kind::Neg(a) | Kind::Complement(a) | Kind::Convert(a) | Kind::Bits(a) | Kind::FromBits(a) => {
            visit(Part::Expr(a))
        }
        Kind::EnumName(a)
        | Kind::TagIs(a, _)
        | Kind::Some(a)
        | Kind::Run(a)
        | Kind::Implicit(a)
        | Kind::OrReturn(a)
        | Kind::OrJump(a, ..) => {
            visit(Part::Expr(a));
        }
        Kind::Struct(values, _) | Kind::Array(values) => values.iter_mut().for_each(|value| visit(Part::Expr(value))),
        Kind::CallValue(_, values) => values.iter_mut().for_each(|value| visit(Part::Expr(value))),
        Kind::Update(of, fields) => {
            visit(Part::Expr(of));
            fields.iter_mut().for_each(|(_, value)| visit(Part::Expr(value)));
        }
        Kind::Way(_, _, values) | Kind::Pack(values) => values.iter_mut().for_each(|value| visit(Part::Expr(value))),
        Kind::Format(parts, _) => parts.iter_mut().for_each(|(_, value)| visit(Part::Expr(value))),
        Kind::Select(_, values) => values.iter_mut().for_each(|value| visit(Part::Expr(value))),
        Kind::Lanes(_, _, a, b) | Kind::Shuffle(a, b, _) | Kind::Concat(a, b) => {
            visit(Part::Expr(a));
            visit(Part::Expr(b));
        }
        Kind::Splat(a) | Kind::Reduce(_, a) => visit(Part::Expr(a)),
        Kind::Case(_, Some(payload)) => visit(Part::Expr(payload)),
        Kind::Call(_, _, args, _) => args.iter_mut().for_each(|arg| visit(Part::Expr(&mut arg.value))),
        Kind::Match(matched) => for_match(matched, visit),
        Kind::Block(block) => visit(Part::Block(block)),
        _ => {}
    }
}
