//! The list of host procedures against the runtime's own list.

#[path = "../../../../runtime-nostd/src/abi.rs"]
#[expect(dead_code, reason = "only the names are read")]
mod abi;

#[test]
fn all_of_the_runtime_is_provided() {
    let missing: Vec<_> = abi::ABI.iter().map(|it| it.name).filter(|name| super::find(name).is_none()).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
