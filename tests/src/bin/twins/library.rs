//! The tasks of `benches/library.hb` in Rust, with the crates that Hubbub's library stands on: see
//! `measure`. `bench library` runs both.

mod measure;

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hashbrown::{DefaultHashBuilder, HashMap};
use indexmap::IndexMap;
use min_max_heap::MinMaxHeap;

use measure::{SEED, next, task};

#[derive(Clone, Copy, Default)]
struct Row {
    key: u64,
    #[expect(dead_code, reason = "weight")]
    rest: [u64; 3],
}

fn maps() {
    let count: i64 = 2_000_000;
    let mut map: HashMap<i64, i64> = HashMap::new();
    let mut r = SEED;
    task("Map{Int, Int}: insert", || {
        for i in 0..count {
            map.insert(next(&mut r) as i64, i);
        }
    });
    r = SEED;
    task("Map{Int, Int}: hit", || {
        let mut sum = 0i64;
        for _ in 0..count {
            if let Some(value) = map.get(&(next(&mut r) as i64)) {
                sum = sum.wrapping_add(*value);
            }
        }
        sum
    });
    task("Map{Int, Int}: miss", || (0..count).filter(|_| map.contains_key(&(next(&mut r) as i64))).count());
    task("Map{Int, Int}: iterate", || {
        let mut sum = 0i64;
        for _ in 0..10 {
            for (key, value) in &map {
                sum = sum.wrapping_add(key ^ value);
            }
        }
        sum
    });
    let text: Vec<String> = (0..100_000).map(|i| format!("word{}", i % 5000)).collect();
    let mut words: HashMap<&str, i64> = HashMap::new();
    task("Map{String, Int}: word count", || {
        for _ in 0..50 {
            for word in &text {
                *words.entry(word.as_str()).or_insert(0) += 1;
            }
        }
    });
}

fn ordered() {
    let count: i64 = 1_000_000;
    let mut map: IndexMap<i64, i64, DefaultHashBuilder> = IndexMap::default();
    let mut r = SEED;
    task("Ordered_Map{Int, Int}: insert", || {
        for i in 0..count {
            map.insert(next(&mut r) as i64, i);
        }
    });
    r = SEED;
    task("Ordered_Map{Int, Int}: hit", || {
        let mut sum = 0i64;
        for _ in 0..count {
            if let Some(value) = map.get(&(next(&mut r) as i64)) {
                sum = sum.wrapping_add(*value);
            }
        }
        sum
    });
    task("Ordered_Map{Int, Int}: iterate", || {
        let mut sum = 0i64;
        for _ in 0..10 {
            for (key, value) in &map {
                sum = sum.wrapping_add(key ^ value);
            }
        }
        sum
    });
}

fn heaps() {
    let count = 1_000_000;
    let mut r = SEED;
    let mut heap = BinaryHeap::new();
    task("Heap{u64}: push", || (0..count).for_each(|_| heap.push(Reverse(next(&mut r)))));
    task("Heap{u64}: pop", || std::iter::from_fn(|| heap.pop()).fold(0, |sum, x| sum ^ x.0));
    let mut both = MinMaxHeap::new();
    task("Min_Max_Heap{u64}: push", || (0..count).for_each(|_| both.push(next(&mut r))));
    task("Min_Max_Heap{u64}: pop both ends", || {
        (0..count / 2).fold(0, |sum, _| sum ^ both.pop_min().unwrap_or(0) ^ both.pop_max().unwrap_or(0))
    });
}

fn sorts() {
    let count = 10_000_000;
    let mut r = SEED;
    let mut numbers: Vec<u64> = (0..count).map(|_| next(&mut r)).collect();
    task("sort u64, random", || numbers.sort_unstable());
    task("sort u64, ascending", || numbers.sort_unstable());
    numbers.iter_mut().for_each(|x| *x = next(&mut r) % 8);
    task("sort u64, few values", || numbers.sort_unstable());
    drop(numbers);
    let mut rows = vec![Row::default(); count];
    rows.iter_mut().for_each(|row| row.key = next(&mut r));
    task("sort 32-byte structs by key, stable", || rows.sort_by_key(|row| row.key));
    rows.iter_mut().for_each(|row| row.key = next(&mut r));
    task("sort 32-byte structs, unstable", || rows.sort_unstable_by_key(|row| row.key));
    rows.iter_mut().for_each(|row| row.key = next(&mut r) % 8);
    task("sort 32-byte structs, few keys", || rows.sort_by_key(|row| row.key));
    drop(rows);
    let mut text = String::new();
    let ends: Vec<usize> = (0..count)
        .map(|_| {
            text.push_str(&(next(&mut r) >> 1).to_string());
            text.len()
        })
        .collect();
    let mut start = 0;
    let mut strings = Vec::with_capacity(count);
    for end in ends {
        strings.push(&text[start..end]);
        start = end;
    }
    task("sort strings", || strings.sort());
}

fn main() {
    maps();
    ordered();
    heaps();
    sorts();
}
