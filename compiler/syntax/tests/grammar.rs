//! Every construct once: its text and its tree.
//!
//! The expectations are what `Tree::dump` writes; each was read before it was put here.

use hubbub_syntax::parse_text;

fn check(text: &str, expected: &str) {
    let parsed = parse_text(text);
    assert_eq!(parsed.errors, [], "\n{text}");
    let lines: Vec<String> = parsed.tree.dump().lines().map(|line| line.trim().to_owned()).collect();
    assert_eq!(lines.join(" "), expected, "\n{text}");
}

#[test]
fn declarations() {
    check("x := 3", "(var [x] _ 3)");
    check("y: i32 = 4", "(var [y] i32 4)");
    check("z: Array{f64, 16}", "(var [z] (brace Array f64 16))");
    check("w: Array{f64, 16} = uninit", "(var [w] (brace Array f64 16) uninit)");
    check(r#"a, b := 1, "two""#, r#"(var [a b] _ 1 "two")"#);
    check("LIMIT :: 100", "(:: LIMIT _ 100)");
    check("BYTE: u8 : 100", "(:: BYTE u8 100)");
    check("MIN, MAX: Int : 1, 2", "(constants [MIN MAX] Int 1 2)");
    check("hits: Int = 0 #thread-local", "(var [hits] Int 0 (#thread_local))");
    check("Meters :: distinct f64 #error", "(:: Meters _ (distinct f64) (#error))");
    check(
        "Compare :: #type (a: Int, b: Int) -> Int",
        "(:: Compare _ (#type (type-of proc [(param a Int) (param b Int)] -> [(result Int)])))",
    );
    check("Old :: (a: Int) -> Int;", "(:: Old _ (proc [(param a Int)] -> [(result Int)] none))");
    check("cb :: #c-call (x: i32) -> i32;", "(:: cb _ (c-proc [(param x i32)] -> [(result i32)] none))");
    check(
        "puts :: (s: CString) -> i32 #foreign",
        "(:: puts _ (proc [(param s CString)] -> [(result i32)] (#foreign) none))",
    );
    check(
        r#"open_it :: (s: CString) -> i32 #foreign lz4 "open";"#,
        r#"(:: open_it _ (proc [(param s CString)] -> [(result i32)] (#foreign lz4 "open") none))"#,
    );
    check(
        "printf :: (format: CString, ..) -> i32 #foreign",
        "(:: printf _ (proc [(param format CString) ..] -> [(result i32)] (#foreign) none))",
    );
    check("environ: Pointer{CString} #foreign", "(var [environ] (brace Pointer CString) (#foreign))");
    check("f :: (n: Int) end", "(:: f _ (proc [(param n Int)] -> []))");
    check(
        "f :: () -> (q: Int, r: Int) #inline #must-use => g()",
        "(:: f _ (proc [] -> [(result q Int) (result r Int)] (#inline) (#must_use) => (call g)))",
    );
    check(
        "f :: (a: Int = 1, b := 2, rest: ..Any) => g(a)",
        "(:: f _ (proc [(param a Int 1) (param b _ 2) (variadic rest Any)] -> [] => (call g a)))",
    );
    check(
        "f :: {T, N: Int} (a: Array{T, N}) -> T where N > 0 && ok(T) => a[0]",
        "(:: f _ (proc of [(generic T _) (generic N Int)] [(param a (brace Array T N))] -> [(result T)] where (&& (> N 0) (call ok T)) => (index a 0)))",
    );
    check(
        "f :: (g: (x: Int) -> Int, h: #closure ()) => g(1)",
        "(:: f _ (proc [(param g (type-of proc [(param x Int)] -> [(result Int)])) (param h (type-of closure [] -> []))] -> [] => (call g 1)))",
    );
    check("f :: (x: Int) -> i32 #c-call => 1", "(:: f _ (c-proc [(param x Int)] -> [(result i32)] => 1))");
    check(
        "f :: () -> (x: Int) -> (y: Int) -> Bool => g",
        "(:: f _ (proc [] -> [(result (type-of proc [(param x Int)] -> [(result (type-of proc [(param y Int)] -> [(result Bool)]))]))] => g))",
    );
}

#[test]
fn aggregates() {
    check(
        r#"P :: struct x, y: f32; z: Int = 1 #tag "json:z"; using base: B end"#,
        r#"(:: P _ (struct [] _ (field [x y] f32 _) (field [z] Int 1 (#tag "json:z")) (using base B)))"#,
    );
    check(
        "P :: struct {A, N: Int} where N > 0 #packed #align(16) a: A end",
        "(:: P _ (struct [(generic A _) (generic N Int)] (> N 0) (#packed) (#align 16) (field [a] A _)))",
    );
    check("C :: enum {u8} #flags RED = 1; GREEN end", "(:: C _ (enum u8 (#flags) (member RED 1) (member GREEN _)))");
    check(
        "U :: union {T} #raw a, b: T; c end",
        "(:: U _ (union [(generic T _)] _ (#raw) (field [a b] T _) (field [c] _ _)))",
    );
    check(
        "P :: struct #if X a: Int #else b: Int #end; c: Int end",
        "(:: P _ (struct [] _ (#if X (field [a] Int _) #else (field [b] Int _)) (field [c] Int _)))",
    );
    check("E :: enum end", "(:: E _ (enum _))");
}

#[test]
fn top_level() {
    check(r#"#import "Base""#, r#"(import _ "Base" [])"#);
    check(r#"M :: #import "Dir/Name" #public"#, r#"(import M "Dir/Name" [] (#public))"#);
    check(r#"#import "Name" (a, b)"#, r#"(import _ "Name" [a b])"#);
    check(r#"lz4 :: #foreign_library "liblz4";"#, r#"(foreign-library lz4 "liblz4")"#);
    check(r#"#foreign-library "extra""#, r#"(foreign-library _ "extra")"#);
    check(
        "+ :: #operator (a: V, b: V) -> V => a",
        "(operator + (proc [(param a V) (param b V)] -> [(result V)] => a))",
    );
    check(
        "in :: #operator (a: V, b: V) -> Bool => true",
        "(operator in (proc [(param a V) (param b V)] -> [(result Bool)] => true))",
    );
    check(
        "[] :: #operator (a: V, i: Int) -> Int => 1",
        "(operator [] (proc [(param a V) (param i Int)] -> [(result Int)] => 1))",
    );
    check(
        "[]= :: #operator (a: *V, i: Int, v: Int) => f()",
        "(operator []= (proc [(param a (* V)) (param i Int) (param v Int)] -> [] => (call f)))",
    );
    check(
        "&[] :: #operator {T}(a: *T) -> *T => a",
        "(operator &[] (proc of [(generic T _)] [(param a (* T))] -> [(result (* T))] => a))",
    );
    check("~ :: #operator (a: V) -> V => a", "(operator ~ (proc [(param a V)] -> [(result V)] => a))");
    check("#add-context trace_id: u64 = 0", "(add-context trace_id u64 0)");
    check("#run f(3)", "(#run (call f 3))");
    check(r#"#assert(1 == 1, "why")"#, r#"(#assert (== 1 1) "why")"#);
    check(
        "#if A == 1 x :: 1 #else #if B y :: 2 #else z :: 3 #end",
        "(#if (== A 1) (:: x _ 1) #else (#if B (:: y _ 2) #else (:: z _ 3)))",
    );
}

#[test]
fn expressions() {
    check("x :: 1 + 2 * 3 - 4", "(:: x _ (- (+ 1 (* 2 3)) 4))");
    check("x :: a || b && c == d | e + f * -g", "(:: x _ (|| a (&& b (== c (| d (+ e (* f (- g))))))))");
    check("x :: a & b << 2 ^ c", "(:: x _ (^ (<< (& a b) 2) c))");
    check("x :: a ..< b + 1", "(:: x _ (..< a (+ b 1)))");
    check("x :: n + 1..=m | 2", "(:: x _ (..= (+ n 1) (| m 2)))");
    check("x :: a or_else b or_else c + 1", "(:: x _ (or_else a (or_else b (+ c 1))))");
    check("x :: (a)-b", "(:: x _ (- (paren a) b))");
    check("x :: 3-4", "(:: x _ (- 3 4))");
    check("x :: n-1", "(:: x _ n-1)");
    check("x :: f(x)-1", "(:: x _ (- (call f x) 1))");
    check("x :: !a.b[1](2)@{c = 3}", "(:: x _ (! (brace (@ (call (index (. a b) 1) 2)) (named c 3))))");
    check("x :: Array{Int, _}{1, 2, 3,}", "(:: x _ (brace (brace Array Int _) 1 2 3))");
    check("x :: {x = 1, {2}}", "(:: x _ ({} (named x 1) ({} 2)))");
    check("x :: .RED", "(:: x _ (. RED))");
    check("x :: &&a", "(:: x _ (& (& a)))");
    check("x :: **T", "(:: x _ (* (* T)))");
    check("x :: f(a = 1, ..rest)", "(:: x _ (call f (named a 1) (spread rest)))");
    check(
        "x :: a[1, 2] + a[..] + a[1..] + a[..<2] + a[..=2] + a[1..<2]",
        "(:: x _ (+ (+ (+ (+ (+ (index a 1 2) (index a (..< _ _))) (index a (..< 1 _))) (index a (..< _ 2))) (index a (..= _ 2))) (index a (..< 1 2))))",
    );
    check("x :: parse(s) or_return", "(:: x _ (or_return (call parse s)))");
    check("x :: parse(s) or_break outer + 1", "(:: x _ (+ (or_break (call parse s) outer) 1))");
    check("x :: (parse(s) or_continue)", "(:: x _ (paren (or_continue (call parse s) _)))");
    check("x :: context{user_index = 1}.user_index", "(:: x _ (. (brace context (named user_index 1)) user_index))");
    check("x :: #run f(1) + 2", "(:: x _ (+ (#run (call f 1)) 2))");
    check(r#"x :: #embed "file""#, r#"(:: x _ (#embed "file"))"#);
    check(r#"x :: #config("name", 1)"#, r#"(:: x _ (#config "name" 1))"#);
    check(
        r#"x :: #asm("rdtsc", "={rax}") -> (u64, u64)"#,
        r#"(:: x _ (#asm "rdtsc" "={rax}" -> [(result u64) (result u64)]))"#,
    );
    check("x :: f(#file, #line, #caller-location)", "(:: x _ (call f #file #line #caller-location))");
    check("x :: #type *Pointer{Int}", "(:: x _ (#type (* (brace Pointer Int))))");
    check(
        "x :: f((a: Int) -> Int, #c-call (x: i32) -> i32, 1)",
        "(:: x _ (call f (type-of proc [(param a Int)] -> [(result Int)]) (type-of c-proc [(param x i32)] -> [(result i32)]) 1))",
    );
    check(
        "x :: f((a: Int) -> Int => a + 1, 2)",
        "(:: x _ (call f (proc [(param a Int)] -> [(result Int)] => (+ a 1)) 2))",
    );
    check(
        "x :: f((a: Int) print(a); g() end, 2)",
        "(:: x _ (call f (proc [(param a Int)] -> [] (call print a) (call g)) 2))",
    );
    check(
        "x :: [a, &b] (x: Int) -> Int => x",
        "(:: x _ (proc [(capture a) (capture& b)] [(param x Int)] -> [(result Int)] => x))",
    );
    check("x :: () => f()", "(:: x _ (proc [] -> [] => (call f)))");
    check("x :: f(ifx a => 1 else => 2 end)", "(:: x _ (call f (ifx a (=> 1) else (=> 2))))");
    check("x :: ifx a => 1 else if b => 2 else => 3 end", "(:: x _ (ifx a (=> 1) else (ifx b (=> 2) else (=> 3))))");
    check("x :: block f(); => 1 end", "(:: x _ (block _ (call f) (=> 1)))");
    check(
        "x :: 1 + match c case .A => 1 case .B => 2 end * 10",
        "(:: x _ (+ 1 (* (match _ c (case [(pattern (. A))] => 1) (case [(pattern (. B))] => 2)) 10)))",
    );
    check(
        r#"x :: 'a' + '\n' + 0xff + 1.5e-3 + 4.abs()"#,
        r#"(:: x _ (+ (+ (+ (+ 'a' '\n') 0xff) 1.5e-3) (call (. 4 abs))))"#,
    );
    check("x :: true == (false != null)", "(:: x _ (== true (paren (!= false null))))");
    check("x :: a.b.c(1).d", "(:: x _ (. (call (. (. a b) c) 1) d))");
    check("x :: a\n    .b()\n    .c", "(:: x _ (. (call (. a b)) c))");
    check("x := f(\n    1,\n    2\n)", "(var [x] _ (call f 1 2))");
    check("x :: (a\n    + b)", "(:: x _ (paren (+ a b)))");
    check(
        "f :: (a: Int) ->\n    Int\n    where ok(a) => a",
        "(:: f _ (proc [(param a Int)] -> [(result Int)] where (call ok a) => a))",
    );
    check(
        "x := g((a: Int) -> Int\n    b := a\n    return b\nend, 3)",
        "(var [x] _ (call g (proc [(param a Int)] -> [(result Int)] (var [b] _ a) (return b)) 3))",
    );
    check("x := a; y := b", "(var [x] _ a) (var [y] _ b)");
}

#[test]
fn statements() {
    check(
        "x :: f(\n match a case 1 => 2 else => 3; end)",
        "(:: x _ (call f (match _ a (case [(pattern 1)] => 2) (case [] => 3))))",
    );
    check("x :: f(() => return, 1)", "(:: x _ (call f (proc [] -> [] => (return)) 1))");
    check(
        "f :: () -> (A, B) => g(() => return, 1)",
        "(:: f _ (proc [] -> [(result A) (result B)] => (call g (proc [] -> [] => (return)) 1)))",
    );
    check("f :: () -> Int =>\n *p\n", "(:: f _ (proc [] -> [(result Int)] => (* p)))");
    check("f :: (); x += 1; y <<= 2; z %%= 3 end", "(:: f _ (proc [] -> [] (+= [x] 1) (<<= [y] 2) (%%= [z] 3)))");
    check("f :: (); a, b = b, a; p@ = 1 end", "(:: f _ (proc [] -> [] (= [a b] b a) (= [(@ p)] 1)))");
    check(
        "f :: (); if a return 1; else if b return; else g(); end end",
        "(:: f _ (proc [] -> [] (if a (return 1) else (if b (return) else (call g)))))",
    );
    check(
        "f :: (); if n := parse(s) g(n) end end",
        "(:: f _ (proc [] -> [] (if (bind [n] (call parse s)) (call g n))))",
    );
    check(
        "f :: (); while line := next(&it) g(line) end end",
        "(:: f _ (proc [] -> [] (while _ (bind [line] (call next (& it))) (call g line))))",
    );
    check("f :: (); while a break; end end", "(:: f _ (proc [] -> [] (while _ a (break _))))");
    check(
        "f :: (); outer: for &x, i in 0..<n break outer; continue end end",
        "(:: f _ (proc [] -> [] (for& outer x i (..< 0 n) (break outer) (continue _))))",
    );
    check(
        "f :: (); with context{a = 1} g() end end",
        "(:: f _ (proc [] -> [] (with (brace context (named a 1)) (call g))))",
    );
    check(
        "f :: (); defer free(p); defer block g() end end",
        "(:: f _ (proc [] -> [] (defer (call free p)) (defer (block _ (call g)))))",
    );
    check("f :: (); return #tail g(x) end", "(:: f _ (proc [] -> [] (return-tail (call g x))))");
    check("f :: (); #for f in fields(T) g(f) #end end", "(:: f _ (proc [] -> [] (#for f (call fields T) (call g f))))");
    check(
        "f :: (); #no-bounds-checks block g() end end",
        "(:: f _ (proc [] -> [] (#no-bounds-checks (block _ (call g)))))",
    );
    check("f :: (); #if DEBUG g() #else h() #end end", "(:: f _ (proc [] -> [] (#if DEBUG (call g) #else (call h))))");
    check(
        "f :: (); lab: match x case 1, 2 => g() case 3..=9 if ok g(); h() else => k() end end",
        "(:: f _ (proc [] -> [] (match lab x (case [(pattern 1) (pattern 2)] => (call g)) (case [(..= 3 9)] if ok (call g) (call h)) (case [] => (call k)))))",
    );
    check(
        "f :: (); match x case _ => g() case -1 => g() case .a.b &c => g() case T.m n => g() end end",
        "(:: f _ (proc [] -> [] (match _ x (case [(pattern _)] => (call g)) (case [(pattern (- 1))] => (call g)) (case [(pattern (. (. a) b) as& c)] => (call g)) (case [(pattern (. T m) as n)] => (call g)))))",
    );
    check(
        r#"f :: (); match x case Int n => g() case List{Int} => g() case (A + 1) => g() case "s" => g() case 'a'..<'z' => g() end end"#,
        r#"(:: f _ (proc [] -> [] (match _ x (case [(pattern Int as n)] => (call g)) (case [(pattern (brace List Int))] => (call g)) (case [(pattern (paren (+ A 1)))] => (call g)) (case [(pattern "s")] => (call g)) (case [(..< 'a' 'z')] => (call g)))))"#,
    );
    check(
        "f :: (); inner :: (x: Int) -> Int => x; y: Int = inner(1) end",
        "(:: f _ (proc [] -> [] (:: inner _ (proc [(param x Int)] -> [(result Int)] => x)) (var [y] Int (call inner 1))))",
    );
    check(
        "f :: (); g() or_return; match x case 1 => g() end; block g() end end",
        "(:: f _ (proc [] -> [] (or_return (call g)) (match _ x (case [(pattern 1)] => (call g))) (block _ (call g))))",
    );
}
