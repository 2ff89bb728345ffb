//! Values that become static data.

use hubbub_base::Name;

use super::source;
use crate::{CapturingHost, Interpreter, Limits, Storage};

const DEFINITIONS: &str = "\
struct Node size 24 align 8\n value: i64 +0\n next: *Node +8\n f: cproc() -> Node +16\nend\n\
global g: [i64; 4] align 8 internal\n\
proc hb_rt_page_allocate: cproc(i64, i64) -> ptr foreign name a module M file 0\n\
proc hb_rt_page_free: cproc(ptr, i64) foreign name b module M file 0\n";

/// What `f` gives is frozen to this.
#[track_caller]
fn check(locals: &[&str], body: &str, expected: &str) {
    let text =
        format!("{DEFINITIONS}{}", super::procedure("Node", locals, &format!("_0 = zero: Node\n{body}\nreturn")));
    let source = source(&text);
    let mut host = CapturingHost::default();
    let storage = Storage::default();
    let mut interpreter = Interpreter::new(&source, Limits::default(), &mut host, &storage);
    let values = interpreter.call(Name::new("f"), &[]).unwrap_or_else(|error| panic!("{error}"));
    let shown = match interpreter.freeze(&values[0], "c", true) {
        Ok(frozen) => {
            let show = |name: &str, data: &hubbub_mir::StaticData| {
                let relocations: Vec<_> =
                    data.relocations.iter().map(|it| format!("{}:{}+{}", it.offset, it.symbol, it.addend)).collect();
                format!("{name} {:?} [{}]\n", data.bytes, relocations.join(", "))
            };
            let globals: String = frozen.globals.iter().map(|it| show(it.symbol.as_str(), &it.data)).collect();
            show("value", &frozen.data) + &globals
        }
        Err(error) => error.to_string(),
    };
    assert_eq!(shown.trim_end(), expected);
}

#[test]
fn plain_values() {
    check(&[], "_0.0 = 258: i64", "value [2, 1] []");
    check(&[], "_0.1 = addr g +8: *Node\n_0.2 = proc f", "value [] [8:g+8, 16:f+0]");
    check(&[], "_0.0 = cast pointer_to_int addr g +8: ptr to i64\n_0.0 = 0: i64", "value [] []");
}

#[test]
fn objects_become_globals() {
    let body = "_1 = call hb_rt_page_allocate(24: i64, 8: i64)\n_1^Node = zero: Node\n_1^Node.0 = 7: i64\n_1^Node.1 = _1\n_0.1 = _1";
    check(&["*Node"], body, "value [] [8:c.0+0]\nc.0 [7] [8:c.0+0]");
    let body = "_1 = call hb_rt_page_allocate(24: i64, 8: i64)\n_2 = call hb_rt_page_allocate(24: i64, 8: i64)\n_1^Node = zero: Node\n\
                _2^Node = zero: Node\n_2^Node.0 = 9: i64\n_1^Node.1 = _2\n_0.1 = &_1^[i64; 3][1]: *Node";
    check(&["*Node", "*Node"], body, "value [] [8:c.0+8]\nc.0 [] [8:c.1+0]\nc.1 [9] []");
}

#[test]
fn what_cannot_leave() {
    check(
        &["i64"],
        "_1 = 1: i64\n_0.1 = &_1: *Node",
        "the pointer points to a local variable whose life is over, at offset 8",
    );
    let body = "_1 = call hb_rt_page_allocate(24: i64, 8: i64)\n_2 = call hb_rt_page_allocate(24: i64, 8: i64)\n_1^Node = zero: Node\n\
                _1^Node.1 = _2\ncall hb_rt_page_free(_2, 24: i64)\n_0.1 = _1";
    check(&["*Node", "*Node"], body, "the pointer points to memory that has been freed, at offset 8 -> 8");
}
