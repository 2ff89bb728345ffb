//! Against Rust's own formatting, which is exact too.

use super::*;

fn text(write: impl FnOnce(*mut u8) -> usize) -> String {
    let mut buffer = [0u8; 1500];
    let length = write(buffer.as_mut_ptr());
    String::from_utf8(buffer[..length].to_vec()).unwrap()
}

fn shortest(x: f64) -> String {
    // SAFETY: the buffer is large enough.
    text(|out| unsafe { hb_rt_float_shortest_f64(out, x) })
}

fn fixed(x: f64, precision: i32) -> String {
    // SAFETY: the buffer is large enough.
    text(|out| unsafe { hb_rt_float_fixed(out, x, precision) })
}

fn exponent(x: f64, precision: i32, size: i32) -> String {
    // SAFETY: the buffer is large enough.
    text(|out| unsafe { hb_rt_float_exponent(out, x, precision, size, false) })
}

fn samples() -> Vec<f64> {
    let mut samples = vec![0.0, 0.5, 1.5, 2.5, 0.25, 0.125, 9.5, 99.5, 999.9996, 1e22, 1e23, 1e300, f64::MAX];
    samples.extend([f64::MIN_POSITIVE, 5e-324, 0.1, 0.3, 1.0 / 3.0, 123456.0, 1e15, 1e16, 1e17, 9007199254740993.0]);
    let mut state = 1u64;
    for _ in 0..3000 {
        state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        samples.push(f64::from_bits(state));
        samples.push((state >> 40) as f64 / 1024.0);
        samples.push((state >> 50) as f64 / 1000.0);
    }
    samples.retain(|x| x.is_finite());
    samples
}

#[test]
fn shortest_looks_as_it_should() {
    let cases: &[(f64, &str)] = &[
        (1.0, "1.0"),
        (0.1, "0.1"),
        (-0.0, "-0.0"),
        (1e300, "1e300"),
        (1.5e-7, "1.5e-7"),
        (0.00001, "0.00001"),
        (0.000001, "1e-6"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e16"),
        (123456.789, "123456.789"),
        (9007199254740993.0, "9007199254740992.0"),
        (f64::INFINITY, "inf"),
        (f64::NEG_INFINITY, "-inf"),
        (f64::NAN, "NaN"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e308"),
    ];
    for (x, expected) in cases {
        assert_eq!(shortest(*x), *expected);
    }
}

#[test]
fn shortest_reads_back_and_is_as_short_as_rusts() {
    for x in samples() {
        for x in [x, -x] {
            assert_eq!(shortest(x).parse::<f64>().unwrap().to_bits(), x.to_bits());
            // Where the exact value lies in the middle of two, Rust takes the upper and ryu the even one.
            assert_eq!(exponent(x, -1, 8).len(), format!("{x:e}").len());
            let x = x as f32;
            if x.is_finite() {
                // SAFETY: the buffer is large enough.
                let shown = text(|out| unsafe { hb_rt_float_shortest_f32(out, x) });
                assert_eq!(shown.parse::<f32>().unwrap().to_bits(), x.to_bits());
                assert_eq!(exponent(x.into(), -1, 4).len(), format!("{x:e}").len());
            }
        }
    }
}

#[test]
fn precision_is_exact() {
    for x in samples() {
        for precision in [0usize, 1, 2, 3, 6, 17, 22, 23, 40, 400, 1074] {
            assert_eq!(fixed(x, precision as i32), format!("{x:.precision$}"));
            assert_eq!(fixed(-x, precision as i32), format!("{:.precision$}", -x));
            if precision < 40 {
                assert_eq!(exponent(x, precision as i32, 8), format!("{x:.precision$e}"));
            }
        }
    }
}

#[test]
fn every_f16_reads_back() {
    let nearest = |x: f64| {
        // The f16 nearest to x, by search: values grow with their bits.
        let (mut low, mut high) = (0u16, 0x7bff);
        while low < high {
            let middle = low + (high - low) / 2;
            if f16_to_f64(middle) < x { low = middle + 1 } else { high = middle }
        }
        let below = low.saturating_sub(1);
        let (down, up) = (x - f16_to_f64(below), f16_to_f64(low) - x);
        if down < up || down == up && below % 2 == 0 { below } else { low }
    };
    for bits in 1..0x7c00u16 {
        // SAFETY: the buffer is large enough.
        let shown = text(|out| unsafe { hb_rt_float_shortest_f16(out, bits.into()) });
        assert_eq!(nearest(shown.parse().unwrap()), bits, "{shown}");
        assert!(shown.len() <= 11, "{shown}");
        assert_eq!(f64_to_f16_bits(f16_to_f64(bits)), bits);
    }
    // SAFETY: the buffer is large enough.
    let show = |bits: i32| text(|out| unsafe { hb_rt_float_shortest_f16(out, bits) });
    let shown = [0x0000, 0x8000, 0x3c00, 0xc000, 0x7bff, 0x7c00, 0xfc00, 0x7e00, 0x2e66, 0x0001].map(show);
    let expected = ["0.0", "-0.0", "1.0", "-2.0", "65500.0", "inf", "-inf", "NaN", "0.1", "6e-8"];
    assert_eq!(shown, expected);
}
