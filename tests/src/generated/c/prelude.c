// What every generated program stands on, in C: wrapping arithmetic, conversions that saturate, a sum over all that is noted.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef int8_t i8; typedef int16_t i16; typedef int32_t i32; typedef int64_t i64; typedef __int128 i128;
typedef uint8_t u8; typedef uint16_t u16; typedef uint32_t u32; typedef uint64_t u64; typedef unsigned __int128 u128;
typedef _Float16 f16; typedef float f32; typedef double f64;
typedef struct { const u8 *d; i64 n; } Str;
static u64 sum;
static u32 user_index;
static void mix(u64 x) { sum = (sum ^ x) * 1099511628211ull; sum ^= sum >> 29; }

#define COMMON(T, U, BITS) \
  static inline T add_##T(T a, T b) { return (T)((U)a + (U)b); } \
  static inline T sub_##T(T a, T b) { return (T)((U)a - (U)b); } \
  static inline T mul_##T(T a, T b) { return (T)((U)a * (U)b); } \
  static inline T and_##T(T a, T b) { return (T)(a & b); } \
  static inline T or_##T(T a, T b) { return (T)(a | b); } \
  static inline T xor_##T(T a, T b) { return (T)(a ^ b); } \
  static inline T neg_##T(T a) { return (T)(0 - (U)a); } \
  static inline T not_##T(T a) { return (T)~a; } \
  static inline T shl_##T(T a, u128 n) { return n >= BITS ? 0 : (T)((U)a << n); }
#define SIGNED(T, U, BITS) COMMON(T, U, BITS) \
  static inline T div_##T(T a, T b) { return b == -1 ? neg_##T(a) : (T)(a / b); } \
  static inline T rem_##T(T a, T b) { return b == -1 ? 0 : (T)(a % b); } \
  static inline T mod_##T(T a, T b) { T r = rem_##T(a, b); return r != 0 && (r < 0) != (b < 0) ? (T)(r + b) : r; } \
  static inline T shr_##T(T a, u128 n) { return n >= BITS ? (a < 0 ? -1 : 0) : (T)(a >> n); } \
  static inline T of_f64_##T(f64 x) { f64 top = ldexp(1.0, BITS - 1); \
    return x != x ? 0 : x >= top ? (T)(((U)1 << (BITS - 1)) - 1) : x < -top ? (T)((U)1 << (BITS - 1)) : (T)x; }
#define UNSIGNED(T, BITS) COMMON(T, T, BITS) \
  static inline T div_##T(T a, T b) { return a / b; } \
  static inline T rem_##T(T a, T b) { return a % b; } \
  static inline T mod_##T(T a, T b) { return a % b; } \
  static inline T shr_##T(T a, u128 n) { return n >= BITS ? 0 : (T)(a >> n); } \
  static inline T of_f64_##T(f64 x) { return x != x || x <= 0 ? 0 : x >= ldexp(1.0, BITS) ? (T)~(T)0 : (T)x; }
SIGNED(i8, u8, 8) SIGNED(i16, u16, 16) SIGNED(i32, u32, 32) SIGNED(i64, u64, 64) SIGNED(i128, u128, 128)
UNSIGNED(u8, 8) UNSIGNED(u16, 16) UNSIGNED(u32, 32) UNSIGNED(u64, 64) UNSIGNED(u128, 128)

#define FLOATING(T, W, U, FMOD) \
  static inline T add_##T(T a, T b) { return (T)((W)a + (W)b); } \
  static inline T sub_##T(T a, T b) { return (T)((W)a - (W)b); } \
  static inline T mul_##T(T a, T b) { return (T)((W)a * (W)b); } \
  static inline T div_##T(T a, T b) { return (T)((W)a / (W)b); } \
  static inline T rem_##T(T a, T b) { return (T)FMOD((W)a, (W)b); } \
  static inline T mod_##T(T a, T b) { T r = rem_##T(a, b); return r != 0 && (r < 0) != (b < 0) ? (T)((W)r + (W)b) : r; } \
  static inline T neg_##T(T a) { return -a; } \
  static inline U bits_##T(T a) { U u; memcpy(&u, &a, sizeof u); return a != a ? 0 : u; } \
  static inline T from_##T(U u) { T a; memcpy(&a, &u, sizeof u); return a; } \
  static void note_##T(T x) { mix(bits_##T(x)); }
FLOATING(f16, f32, u16, fmodf) FLOATING(f32, f32, u32, fmodf) FLOATING(f64, f64, u64, fmod)

static void note_i8(i8 x) { mix((u64)x); }
static void note_i16(i16 x) { mix((u64)x); }
static void note_i32(i32 x) { mix((u64)x); }
static void note_i64(i64 x) { mix((u64)x); }
static void note_u8(u8 x) { mix(x); }
static void note_u16(u16 x) { mix(x); }
static void note_u32(u32 x) { mix(x); }
static void note_u64(u64 x) { mix(x); }
static void note_i128(i128 x) { mix((u64)x); mix((u64)(x >> 64)); }
static void note_u128(u128 x) { mix((u64)x); mix((u64)(x >> 64)); }
static void note_bool(_Bool x) { mix(x); }
static void note_Str(Str x) { note_i64(x.n); for (i64 i = 0; i < x.n; i++) mix(x.d[i]); }
static _Bool eq_Str(Str a, Str b) { return a.n == b.n && memcmp(a.d, b.d, (size_t)a.n) == 0; }
// The rune at an offset of valid UTF-8; gives the offset behind it.
static i64 decode(Str s, i64 at, u32 *rune) {
  u8 a = s.d[at];
  int more = a < 0x80 ? 0 : a < 0xe0 ? 1 : a < 0xf0 ? 2 : 3;
  u32 r = more == 0 ? a : more == 1 ? a & 31u : more == 2 ? a & 15u : a & 7u;
  for (int i = 1; i <= more; i++) r = r << 6 | (s.d[at + i] & 63u);
  *rune = r;
  return at + 1 + more;
}
