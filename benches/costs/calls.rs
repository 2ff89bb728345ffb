// Two procedures that hand a value of some shape to each other and back, again and again: what passing and returning it costs.
#![allow(dead_code, unexpected_cfgs)]

#[cfg(shape = "0")]
mod value {
    pub type Value = [i64; 3];
    pub fn change(v: Value, i: i64) -> Value {
        [v[0].wrapping_add(i), v[1] ^ v[0], v[2].wrapping_add(v[1])]
    }
    pub fn sum(v: Value) -> i64 {
        v[0].wrapping_add(v[1]).wrapping_add(v[2])
    }
    pub fn first() -> Value {
        [1, 2, 3]
    }
}

#[cfg(shape = "1")]
mod value {
    pub struct Value {
        a: i64,
        b: i64,
        c: i64,
        d: i64,
    }
    pub fn change(v: Value, i: i64) -> Value {
        Value { a: v.a.wrapping_add(i), b: v.b ^ v.a, c: v.c.wrapping_add(v.b), d: v.d ^ v.c }
    }
    pub fn sum(v: Value) -> i64 {
        v.a.wrapping_add(v.b).wrapping_add(v.c).wrapping_add(v.d)
    }
    pub fn first() -> Value {
        Value { a: 1, b: 2, c: 3, d: 4 }
    }
}

#[cfg(shape = "2")]
mod value {
    pub type Value = (&'static str, bool);
    pub fn change(v: Value, i: i64) -> Value {
        let bytes = unsafe { std::slice::from_raw_parts(v.0.as_ptr(), (v.0.len() as i64 + i & 15) as usize) };
        (unsafe { std::str::from_utf8_unchecked(bytes) }, !v.1)
    }
    pub fn sum(v: Value) -> i64 {
        v.0.len() as i64 + i64::from(v.1)
    }
    pub fn first() -> Value {
        (&"0123456789abcdef"[..5], false)
    }
}

#[cfg(shape = "3")]
mod value {
    pub type Value = Option<i64>;
    pub fn change(v: Value, i: i64) -> Value {
        match v {
            Some(x) if x & 7 != 0 => Some(x.wrapping_add(i)),
            Some(_) => None,
            None => Some(i),
        }
    }
    pub fn sum(v: Value) -> i64 {
        v.unwrap_or(1)
    }
    pub fn first() -> Value {
        Some(1)
    }
}

#[cfg(shape = "4")]
mod value {
    pub type Value = &'static [i64];
    static ITEMS: [i64; 16] = [0; 16];
    pub fn change(v: Value, i: i64) -> Value {
        unsafe { std::slice::from_raw_parts(v.as_ptr(), (v.len() as i64 + i & 15) as usize) }
    }
    pub fn sum(v: Value) -> i64 {
        v.len() as i64
    }
    pub fn first() -> Value {
        &ITEMS[..5]
    }
}

#[cfg(shape = "5")]
mod value {
    pub struct Value {
        x: f64,
        y: f64,
        z: f64,
    }
    pub fn change(v: Value, i: i64) -> Value {
        Value { x: v.x + i as f64, y: v.y - v.x, z: v.z * 0.5 }
    }
    pub fn sum(v: Value) -> i64 {
        (v.x + v.y + v.z) as i64
    }
    pub fn first() -> Value {
        Value { x: 1.0, y: 2.0, z: 3.0 }
    }
}

#[cfg(shape = "6")]
mod value {
    pub struct Value {
        a: i64,
        x: f64,
        b: i32,
        flag: bool,
    }
    pub fn change(v: Value, i: i64) -> Value {
        Value { a: v.a.wrapping_add(i), x: v.x + 0.5, b: v.b ^ i as i32, flag: !v.flag }
    }
    pub fn sum(v: Value) -> i64 {
        v.a.wrapping_add(v.x as i64).wrapping_add(i64::from(v.b)) + i64::from(v.flag)
    }
    pub fn first() -> Value {
        Value { a: 1, x: 2.0, b: 3, flag: false }
    }
}

use value::{Value, change, first, sum};

#[inline(never)]
fn inner(v: Value, i: i64) -> Value {
    change(v, i)
}

#[inline(never)]
fn outer(v: Value, i: i64) -> Value {
    change(inner(v, i + 1), i)
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).and_then(|text| text.parse().ok()).unwrap_or(1);
    let mut v = first();
    for i in 0..rounds {
        v = outer(v, i);
    }
    println!("{}", sum(v));
}
