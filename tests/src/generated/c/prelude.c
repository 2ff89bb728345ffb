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
// What begins at an offset: the number of bytes behind the first; -1 if it is no valid UTF-8.
static int more_of(const u8 *d, i64 n) {
  u8 a = d[0];
  int more = a < 0x80 ? 0 : a < 0xc2 ? -1 : a < 0xe0 ? 1 : a < 0xf0 ? 2 : a < 0xf5 ? 3 : -1;
  if (more >= n) return -1;
  for (int i = 1; i <= more; i++) if ((d[i] & 0xc0) != 0x80) return -1;
  if (more > 1 && ((a == 0xe0 && d[1] < 0xa0) || (a == 0xed && d[1] > 0x9f))) return -1;
  if (more > 1 && ((a == 0xf0 && d[1] < 0x90) || (a == 0xf4 && d[1] > 0x8f))) return -1;
  return more;
}
// The rune at an offset; gives the offset behind it.
static i64 decode(Str s, i64 at, u32 *rune) {
  u8 a = s.d[at];
  int more = more_of(s.d + at, s.n - at);
  u32 r = more == 0 ? a : more == 1 ? a & 31u : more == 2 ? a & 15u : a & 7u;
  for (int i = 1; i <= more; i++) r = r << 6 | (s.d[at + i] & 63u);
  *rune = more < 0 ? 0xfffd : r;
  return at + 1 + (more < 0 ? 0 : more);
}
static i64 compare_Str(Str a, Str b) {
  i64 n = a.n < b.n ? a.n : b.n;
  int order = n > 0 ? memcmp(a.d, b.d, (size_t)n) : 0;
  return order != 0 ? order : a.n - b.n;
}
static Str join_Str(Str a, Str b) {
  u8 *d = malloc((size_t)(a.n + b.n + 1));
  if (a.n > 0) memcpy(d, a.d, (size_t)a.n);
  if (b.n > 0) memcpy(d + a.n, b.d, (size_t)b.n);
  return (Str){d, a.n + b.n};
}
static Str brief_Str(Str s) {
  return s.n > 200 ? (Str){(const u8 *)"long", 4} : s;
}
static Str from_Str(Str s, i64 at) {
  i64 n = s.n + 1, low = at % n;
  if (low < 0) low += n;
  return (Str){s.d + low, s.n - low};
}
// How values are shown: align `<`, `^` or `>`, at least so many runes.
static Str pad_Str(Str s, char align, i64 width) {
  i64 runes = 0; u32 rune;
  for (i64 at = 0; at < s.n; at = decode(s, at, &rune)) runes++;
  i64 more = width > runes ? width - runes : 0;
  i64 left = align == '>' ? more : align == '^' ? more / 2 : 0;
  u8 *d = malloc((size_t)(s.n + more + 1));
  memset(d, ' ', (size_t)(s.n + more));
  if (s.n > 0) memcpy(d + left, s.d, (size_t)s.n);
  return (Str){d, s.n + more};
}
static Str show_number(u128 x, int is_negative, u32 base, int has_plus, int has_prefix, int has_zeros, char align, i64 width) {
  char digits[160], text[320]; int count = 0, n = 0;
  do { digits[count++] = "0123456789abcdef"[(int)(x % base)]; x /= base; } while (x != 0);
  if (is_negative) text[n++] = '-'; else if (has_plus) text[n++] = '+';
  if (has_prefix) { text[n++] = '0'; text[n++] = base == 16 ? 'x' : 'b'; }
  for (i64 zeros = has_zeros ? width - n - count : 0; zeros > 0; zeros--) text[n++] = '0';
  while (count > 0) text[n++] = digits[--count];
  return pad_Str((Str){(u8 *)text, n}, align, width);
}
static Str show_signed(i128 x, int has_plus, int has_zeros, char align, i64 width) {
  return show_number(x < 0 ? 0 - (u128)x : (u128)x, x < 0, 10, has_plus, 0, has_zeros, align, width);
}
static Str show_rune(u32 r) {
  u8 *d = malloc(4);
  if (r < 0x80) { d[0] = (u8)r; return (Str){d, 1}; }
  if (r < 0x800) { d[0] = (u8)(0xc0 | r >> 6); d[1] = (u8)(0x80 | (r & 63)); return (Str){d, 2}; }
  if (r < 0x10000) { d[0] = (u8)(0xe0 | r >> 12); d[1] = (u8)(0x80 | (r >> 6 & 63)); d[2] = (u8)(0x80 | (r & 63)); return (Str){d, 3}; }
  d[0] = (u8)(0xf0 | r >> 18); d[1] = (u8)(0x80 | (r >> 12 & 63)); d[2] = (u8)(0x80 | (r >> 6 & 63)); d[3] = (u8)(0x80 | (r & 63));
  return (Str){d, 4};
}
