use super::*;

fn memory() -> Memory {
    Memory::new(1 << 20)
}

#[test]
fn loads_see_stores() {
    let mut memory = memory();
    let a = memory.allocate(24, Kind::Heap).unwrap();
    assert_eq!(memory.store(a + 3, [1, 2, 3, 4]), Some(()));
    assert_eq!(memory.load(a + 3), Some([1, 2, 3, 4]));
    assert_eq!(memory.load(a + 5), Some([3, 4]));
    assert_eq!(memory.store(a + 5, 7u64.to_le_bytes()), Some(()));
    assert_eq!(memory.load(a + 5), Some(7u64.to_le_bytes()));
    assert_eq!(memory.load::<8>(a + 6), None);
    assert_eq!(memory.explain(a + 6, 8, false), Fault::Uninitialised);
}

#[test]
fn bounds() {
    let mut memory = memory();
    let a = memory.allocate(10, Kind::Heap).unwrap();
    assert_eq!(memory.store(a + 6, [0; 4]), Some(()));
    assert_eq!(memory.store(a + 7, [0; 4]), None);
    assert_eq!(memory.explain(a + 7, 4, true), Fault::OutOfBounds { offset: 7, length: 4, size: 10 });
    assert_eq!(memory.fill(a, 0, 11), Err(Fault::OutOfBounds { offset: 0, length: 11, size: 10 }));
    assert_eq!(memory.fill(a, 0, u64::MAX), Err(Fault::OutOfBounds { offset: 0, length: u64::MAX, size: 10 }));
    assert_eq!(memory.explain(8, 8, false), Fault::Null);
    assert_eq!(memory.explain(1 << 40, 8, false), Fault::Wild);
    assert_eq!(memory.explain(u64::MAX - 7, 8, false), Fault::Null);
}

#[test]
fn dead_objects_are_known() {
    let mut memory = memory();
    let a = memory.allocate(8, Kind::Heap).unwrap();
    memory.free(a).unwrap();
    assert_eq!(memory.free(a), Err(Fault::FreedTwice));
    let b = memory.allocate(8, Kind::Heap).unwrap();
    assert_ne!(a, b);
    assert_eq!(memory.store(a, [0]), None);
    assert_eq!(memory.store(b, [0]), Some(()));
    assert_eq!(memory.load::<1>(a), None);
    assert_eq!(memory.free(b + 1), Err(Fault::NotAllocated));
    let local = memory.allocate(8, Kind::Local).unwrap();
    assert_eq!(memory.free(local), Err(Fault::NotAllocated));
    memory.kill(local);
    assert_eq!(memory.explain(local, 1, false), Fault::DeadLocal);
}

#[test]
fn addresses_are_never_used_twice() {
    let mut memory = memory();
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..2000 {
        let a = memory.allocate(8, Kind::Heap).unwrap();
        assert!(seen.insert(a));
        memory.free(a).unwrap();
    }
    assert_eq!(memory.bytes_used(), 0);
}

#[test]
fn copies_take_marks_along() {
    let mut memory = memory();
    let a = memory.allocate(32, Kind::Heap).unwrap();
    let b = memory.allocate(32, Kind::Heap).unwrap();
    memory.store_pointer(a + 8, b).unwrap();
    memory.store(a + 16, [9]).unwrap();
    memory.copy(b, a, 32).unwrap();
    assert!(memory.is_pointer(b + 8) && !memory.is_pointer(b) && !memory.is_pointer(b + 16));
    assert_eq!(memory.load(b + 16), Some([9]));
    assert_eq!(memory.load::<1>(b + 17), None);
    memory.copy(b + 4, a + 4, 13).unwrap();
    assert!(memory.is_pointer(b + 8));
    memory.copy(b + 9, a, 2).unwrap();
    assert!(!memory.is_pointer(b + 8));
    assert_eq!(memory.load::<1>(b + 9), None);
    memory.store_pointer(b + 8, a).unwrap();
    memory.store(b + 15, [1]).unwrap();
    assert!(!memory.is_pointer(b + 8));
}

#[test]
fn overlapping_copies() {
    let mut memory = memory();
    let a = memory.allocate(16, Kind::Heap).unwrap();
    memory.write(a, b"abcdefgh").unwrap();
    memory.copy(a + 2, a, 8).unwrap();
    assert_eq!(memory.read(a, 10), Ok(&b"ababcdefgh"[..]));
    assert_eq!(memory.copy_apart(a + 1, a, 2), Err(Fault::Overlap));
    assert_eq!(memory.copy_apart(a, a, 2), Ok(()));
    assert_eq!(memory.compare(a, a + 2, 2), Ok(0));
    assert_eq!(memory.compare(a, a + 1, 1), Ok(-1));
}

#[test]
fn constants_are_not_written() {
    let mut memory = memory();
    let a = memory.allocate(8, Kind::Global(0)).unwrap();
    memory.write(a, b"abc").unwrap();
    memory.protect(a);
    assert_eq!(memory.store(a, [0]), None);
    assert_eq!(memory.explain(a, 1, true), Fault::ReadOnly);
    assert_eq!(memory.read(a, 3), Ok(&b"abc"[..]));
}

#[test]
fn what_nothing_leads_to_is_collected() {
    let mut memory = Memory::new(1 << 20);
    let kept = memory.allocate(64, Kind::Heap).unwrap();
    let behind = memory.allocate(64, Kind::Heap).unwrap();
    let by_number = memory.allocate(64, Kind::Heap).unwrap();
    let lost = memory.allocate(64, Kind::Heap).unwrap();
    let circle = memory.allocate(64, Kind::Heap).unwrap();
    let local = memory.allocate(16, Kind::Local).unwrap();
    memory.store_pointer(kept + 8, behind + 60).unwrap();
    memory.store(local, (by_number | 1).to_le_bytes()).unwrap();
    memory.store_pointer(circle, lost).unwrap();
    memory.store_pointer(lost, circle).unwrap();
    memory.collect([kept].into_iter());
    for address in [kept, behind, by_number, local] {
        assert!(memory.object(address).is_some());
    }
    for address in [lost, circle] {
        assert_eq!(memory.object(address), None);
        assert_eq!(memory.free(address), Err(Fault::FreedTwice));
    }
}

#[test]
fn pointers_that_no_word_holds_count_too() {
    let mut memory = Memory::new(1 << 20);
    let packed = memory.allocate(32, Kind::Local).unwrap();
    let kept = memory.allocate(64, Kind::Heap).unwrap();
    memory.store_pointer(packed + 3, kept).unwrap();
    memory.collect(std::iter::empty());
    assert!(memory.object(kept).is_some());
}
