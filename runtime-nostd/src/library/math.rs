//! Functions of the C library's `math.h`, from the `libm` crate: the same bits everywhere, without libc.

/// Makes the table of functions with one parameter, the one of those with two, and their symbols.
macro_rules! functions {
    (
        one { $($one:ident $one_f32:ident $one_symbol:ident $one_symbol_f32:ident;)* }
        two { $($two:ident $two_f32:ident $two_symbol:ident $two_symbol_f32:ident;)* }
    ) => {
        /// Functions of one number, by their symbols.
        pub const ONE: &[(&str, fn(f64) -> f64)] = &[$((stringify!($one_symbol), libm::$one)),*];
        /// The same for `f32`.
        pub const ONE_F32: &[(&str, fn(f32) -> f32)] = &[$((stringify!($one_symbol_f32), libm::$one_f32)),*];
        /// Functions of two numbers.
        pub const TWO: &[(&str, fn(f64, f64) -> f64)] = &[$((stringify!($two_symbol), libm::$two)),*];
        /// The same for `f32`.
        pub const TWO_F32: &[(&str, fn(f32, f32) -> f32)] = &[$((stringify!($two_symbol_f32), libm::$two_f32)),*];

        #[cfg(feature = "library")]
        mod symbols {
            $(
                #[unsafe(no_mangle)]
                extern "C" fn $one_symbol(x: f64) -> f64 {
                    libm::$one(x)
                }
                #[unsafe(no_mangle)]
                extern "C" fn $one_symbol_f32(x: f32) -> f32 {
                    libm::$one_f32(x)
                }
            )*
            $(
                #[unsafe(no_mangle)]
                extern "C" fn $two_symbol(x: f64, y: f64) -> f64 {
                    libm::$two(x, y)
                }
                #[unsafe(no_mangle)]
                extern "C" fn $two_symbol_f32(x: f32, y: f32) -> f32 {
                    libm::$two_f32(x, y)
                }
            )*
        }
    };
}

functions! {
    one {
    sin sinf hb_math_sin hb_math_sin_f32;
    cos cosf hb_math_cos hb_math_cos_f32;
    tan tanf hb_math_tan hb_math_tan_f32;
    asin asinf hb_math_asin hb_math_asin_f32;
    acos acosf hb_math_acos hb_math_acos_f32;
    atan atanf hb_math_atan hb_math_atan_f32;
    sinh sinhf hb_math_sinh hb_math_sinh_f32;
    cosh coshf hb_math_cosh hb_math_cosh_f32;
    tanh tanhf hb_math_tanh hb_math_tanh_f32;
    asinh asinhf hb_math_asinh hb_math_asinh_f32;
    acosh acoshf hb_math_acosh hb_math_acosh_f32;
    atanh atanhf hb_math_atanh hb_math_atanh_f32;
    exp expf hb_math_exp hb_math_exp_f32;
    exp2 exp2f hb_math_exp2 hb_math_exp2_f32;
    expm1 expm1f hb_math_exp_minus_1 hb_math_exp_minus_1_f32;
    log logf hb_math_log hb_math_log_f32;
    log2 log2f hb_math_log2 hb_math_log2_f32;
    log10 log10f hb_math_log10 hb_math_log10_f32;
    log1p log1pf hb_math_log_1_plus hb_math_log_1_plus_f32;
    cbrt cbrtf hb_math_cbrt hb_math_cbrt_f32;
    round roundf hb_math_round hb_math_round_f32;
    erf erff hb_math_erf hb_math_erf_f32;
    tgamma tgammaf hb_math_gamma hb_math_gamma_f32;
    lgamma lgammaf hb_math_log_gamma hb_math_log_gamma_f32;
    }
    two {
    pow powf hb_math_pow hb_math_pow_f32;
    atan2 atan2f hb_math_atan2 hb_math_atan2_f32;
    hypot hypotf hb_math_hypot hb_math_hypot_f32;
    fmod fmodf hb_math_fmod hb_math_fmod_f32;
    remainder remainderf hb_math_remainder hb_math_remainder_f32;
    nextafter nextafterf hb_math_next_after hb_math_next_after_f32;
    }
}
