//! Rust's heaps, sequences and sorts, as `tests/containers/answer.hb` uses `Heap`, `Min_Max_Heap`, `Deque`, `List` and `Sort`.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use min_max_heap::MinMaxHeap;

use super::{Out, Step};

pub fn heap(out: &mut Out, steps: &[Step]) {
    let mut heap: BinaryHeap<Reverse<u8>> = BinaryHeap::new();
    let smallest = |found: Option<Reverse<u8>>| found.map(|Reverse(x)| x);
    for &Step { operation, key, value } in steps {
        match operation % 8 {
            0..=2 => heap.push(Reverse(key)),
            3 => out.put_or(smallest(heap.pop())),
            4 => out.put_or(smallest(heap.peek().copied())),
            5 => {
                out.put_or(smallest(heap.pop()));
                heap.push(Reverse(key));
            }
            _ if value < 8 => heap.push(Reverse(key)),
            _ => {}
        }
        out.put(heap.len());
    }
    while let Some(Reverse(x)) = heap.pop() {
        out.put(x);
    }
}

pub fn min_max_heap(out: &mut Out, steps: &[Step]) {
    let mut heap: MinMaxHeap<u8> = MinMaxHeap::new();
    for &Step { operation, key, value } in steps {
        match operation % 12 {
            0..=3 => heap.push(key),
            4 => out.put_or(heap.pop_min()),
            5 => out.put_or(heap.pop_max()),
            6 => out.put_or(heap.peek_min().copied()),
            7 => out.put_or(heap.peek_max().copied()),
            8 => out.put_or(heap.replace_min(key)),
            9 => out.put_or(heap.replace_max(key)),
            _ if value < 8 => heap.push(key),
            _ => {}
        }
        out.put(heap.len());
    }
    while let Some(x) = heap.pop_max() {
        out.put(x);
        out.put_or(heap.pop_min());
    }
}

pub fn deque(out: &mut Out, steps: &[Step]) {
    let mut deque: VecDeque<u8> = VecDeque::new();
    for &Step { operation, key, value } in steps {
        match operation % 9 {
            0 | 1 => deque.push_back(key),
            2 | 3 => deque.push_front(key),
            4 => out.put_or(deque.pop_front()),
            5 => out.put_or(deque.pop_back()),
            6 => {
                out.put_or(deque.front().copied());
                out.put_or(deque.back().copied());
            }
            7 if !deque.is_empty() => {
                let at = value % deque.len();
                out.put(std::mem::replace(&mut deque[at], key));
            }
            8 if value < 4 => deque.clear(),
            _ => {}
        }
        out.put(deque.len());
    }
    deque.into_iter().for_each(|x| out.put(x));
}

pub fn list(out: &mut Out, steps: &[Step]) {
    let mut list: Vec<u8> = Vec::new();
    for step in steps {
        list_step(out, &mut list, step);
        if list.len() > 500 {
            list.truncate(20);
        }
        out.put(list.len());
    }
    list.into_iter().for_each(|x| out.put(x));
}

fn list_step(out: &mut Out, list: &mut Vec<u8>, &Step { operation, key, value }: &Step) {
    let at = value % (list.len() + 1);
    match operation % 15 {
        0..=2 => list.push(key),
        3 => list.insert(at, key),
        4 => drop(list.splice(at..at, [key, key, (at % 200) as u8])),
        5 => list.extend_from_within(at..),
        6 => out.put_or(list.pop()),
        7 if at < list.len() => out.put(list.remove(at)),
        8 if at < list.len() => out.put(list.swap_remove(at)),
        7 | 8 => {}
        9 => drop(list.drain(at / 2..at)),
        10 => list.retain(|x| *x != key),
        11 => list.dedup(),
        12 => list.reverse(),
        13 => out.put_or(list.iter().position(|x| *x == key)),
        _ => list.truncate(if value < 8 { at } else { 150 }),
    }
}

pub fn sorts(out: &mut Out, case: &[u8]) {
    let text = case.get(1..).unwrap_or_default();
    let mut numbers: Vec<u16> = text.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    let mut positions: Vec<usize> = (0..numbers.len()).collect();
    positions.sort_by_key(|&at| numbers[at]);
    positions.iter().for_each(|&at| out.put(at));
    positions.sort_unstable();
    positions.sort_by_key(|&at| Reverse(numbers[at]));
    positions.iter().for_each(|&at| out.put(at));
    let mut strings: Vec<&[u8]> =
        (0..numbers.len()).map(|i| &text[2 * i..(2 * i + usize::from(numbers[i]) % 7).min(text.len())]).collect();
    let mut floats: Vec<f64> = numbers.iter().map(|&n| f64::from_bits(u64::from(n) << 48)).collect();
    let was_sorted = numbers.is_sorted();
    numbers.sort_unstable();
    numbers.iter().for_each(|&n| out.put(n));
    numbers.iter().take(numbers.len() / 3).for_each(|&n| out.put(n));
    out.put(was_sorted);
    out.put(true);
    numbers.iter().for_each(|&n| out.put(n));
    for x in (0..9).map(|i| i * 7919) {
        let low = numbers.partition_point(|&n| n < x);
        out.put_or((numbers.get(low) == Some(&x)).then_some(low));
        out.put(low);
        out.put(numbers.partition_point(|&n| n <= x));
    }
    floats.sort_by(f64::total_cmp);
    floats.iter().for_each(|x| out.put(x.to_bits() >> 48));
    strings.sort_unstable();
    strings.iter().for_each(|bytes| out.put(fnv1a(bytes) >> 1));
}

/// The checksum of this name, of 64 bits.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}
