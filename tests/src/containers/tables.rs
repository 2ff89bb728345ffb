//! hashbrown, indexmap and Rust's sets, as `tests/containers/answer.hb` uses `Map`, `Ordered_Map`, `Set` and `Bit_Set`.

use std::collections::BTreeSet;

use hashbrown::{HashMap, HashSet};
use indexmap::IndexMap;

use super::{Out, Step};

pub fn map(out: &mut Out, steps: &[Step]) {
    let mut map: HashMap<u8, usize> = HashMap::new();
    for &Step { operation, key, value } in steps {
        match operation % 12 {
            0 | 1 => out.put(map.insert(key, value).is_none()),
            2 | 3 => out.put_or(map.remove(&key)),
            4 => out.put(map.contains_key(&key)),
            5 => {
                *map.entry(key).or_insert(0) += value;
                out.put(map[&key]);
            }
            6 => drop(map.insert(key, value)),
            7 if value < 16 => map.retain(|_, found| *found % 3 != value % 3),
            8 if value < 4 => map.clear(),
            7 | 8 => {}
            9 => out.put(map.iter().map(|(key, value)| usize::from(*key) * 31 + value).sum::<usize>()),
            10 => out.put(1),
            _ => out.put_or(map.get(&key).copied()),
        }
        out.put(map.len());
    }
    for key in 0..=255u8 {
        if let Some(value) = map.get(&key) {
            out.put(key);
            out.put(*value);
        }
    }
}

pub fn ordered_map(out: &mut Out, steps: &[Step]) {
    let mut map: IndexMap<u8, usize> = IndexMap::new();
    for step in steps {
        ordered_step(out, &mut map, step);
        out.put(map.len());
    }
    for (key, value) in map {
        out.put(key);
        out.put(value);
    }
}

fn ordered_step(out: &mut Out, map: &mut IndexMap<u8, usize>, &Step { operation, key, value }: &Step) {
    match operation % 14 {
        0 | 1 => out.put(map.insert(key, value).is_none()),
        2 => out.put_or(map.shift_remove(&key)),
        3 => out.put_or(map.swap_remove(&key)),
        4 => {
            *map.entry(key).or_insert(0) += value;
            out.put(map[&key]);
        }
        5 => drop(map.insert(key, value)),
        6 => {
            if let Some((key, value)) = map.pop() {
                out.put(key);
                out.put(value);
            }
        }
        7 if value < 16 => map.retain(|_, found| *found % 3 != value % 3),
        8 if value < 8 => map.sort_keys(),
        8 if value < 16 => map.sort_by(|_, a, _, b| b.cmp(a)),
        9 => out.put_or(map.get_index_of(&key)),
        10 if !map.is_empty() => {
            if let Some((key, value)) = map.get_index_mut(value % map.len()) {
                out.put(*key);
                *value += 1;
            }
        }
        11 if value < 4 => map.clear(),
        7 | 8 | 10 | 11 => {}
        12 => out.put(1),
        _ => out.put_or(map.get(&key).copied()),
    }
}

pub fn set(out: &mut Out, steps: &[Step]) {
    let (mut a, mut b): (HashSet<u8>, HashSet<u8>) = (HashSet::new(), HashSet::new());
    for &Step { operation, key, value } in steps {
        match operation % 9 {
            0 | 1 => out.put(a.insert(key)),
            2 => out.put(a.remove(&key)),
            3 => out.put(a.contains(&key)),
            4 => out.put(a.is_subset(&b)),
            5 => std::mem::swap(&mut a, &mut b),
            _ if value < 12 => a = &a | &b,
            _ if value < 24 => a = &a & &b,
            _ if value < 32 => a = &a - &b,
            _ => {}
        }
        out.put(a.len());
    }
    (0..=255u8).for_each(|key| out.put(a.contains(&key)));
}

pub fn bit_set(out: &mut Out, steps: &[Step]) {
    let (mut a, mut b): (BTreeSet<usize>, BTreeSet<usize>) = (BTreeSet::new(), BTreeSet::new());
    for &Step { operation, key, value } in steps {
        let x = usize::from(key) * if value % 8 == 0 { 37 } else { 1 };
        match operation % 10 {
            0..=2 => out.put(a.insert(x)),
            3 => out.put(a.remove(&x)),
            4 => out.put(a.contains(&x)),
            5 => out.put_or(a.range(x..).next().copied()),
            6 => std::mem::swap(&mut a, &mut b),
            7 if value < 32 => a = &a | &b,
            8 if value < 32 => a = &a & &b,
            9 if value < 32 => a = &a - &b,
            _ => {}
        }
        out.put(a.len());
    }
    a.into_iter().for_each(|x| out.put(x));
}
