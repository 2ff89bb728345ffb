// The runtime's ABI as C sees it, and what all programs here use.
#include <stdbool.h>
#include <stdint.h>

typedef struct { const char *file; int64_t file_length; uint32_t line, column; } Location;
typedef struct { const char *data; int64_t length; } String;
typedef struct { const String *data; int64_t length; } Strings;
typedef struct {
    uint32_t thread_index, user_index;
    void *user_data, *allocator, *allocator_data, *logger, *logger_data, *temporary_allocator, *temporary_allocator_data;
    void *on_panic;
} Context;

void hb_rt_write(const char *, int64_t);
void hb_rt_flush(void);
void hb_rt_write_error(const char *, int64_t);
_Noreturn void hb_rt_exit(int32_t);
void hb_rt_arguments(Strings *);
void hb_rt_install_fault_handler(void);
void hb_rt_set_up_thread_local(void);
void *hb_rt_page_allocate(int64_t, int64_t);
void *hb_rt_page_resize(void *, int64_t, int64_t, int64_t);
void hb_rt_page_free(void *, int64_t);
int64_t hb_rt_decimal_i64(char *, int64_t);
int64_t hb_rt_decimal_u64(char *, uint64_t);
int64_t hb_rt_decimal_i128(char *, __int128);
int64_t hb_rt_decimal_u128(char *, unsigned __int128);
int64_t hb_rt_radix_u64(char *, uint64_t, int32_t, bool);
int64_t hb_rt_radix_u128(char *, unsigned __int128, int32_t, bool);
int64_t hb_rt_float_shortest_f64(char *, double);
int64_t hb_rt_float_shortest_f32(char *, float);
int64_t hb_rt_float_shortest_f16(char *, int32_t);
int64_t hb_rt_float_fixed(char *, double, int32_t);
int64_t hb_rt_float_exponent(char *, double, int32_t, int32_t, bool);
_Noreturn void hb_rt_panic(Context *, const char *, int64_t, const Location *);
_Noreturn void hb_rt_panic_index(Context *, int64_t, int64_t, const Location *);
_Noreturn void hb_rt_panic_member(Context *, int64_t, int64_t, const char *, int64_t, const Location *);
_Noreturn void hb_rt_panic_enum(Context *, int64_t, const char *, int64_t, const Location *);

int hb_program_main(void);

#define NOINLINE __attribute__((noinline))
#define TEXT(text) hb_rt_write(text, sizeof(text) - 1)

static inline void show(const char *digits, int64_t length) {
    hb_rt_write(digits, length);
    TEXT("\n");
}
#define SHOW(CALL) do { char digits[1400]; show(digits, CALL); } while (0)
static inline void show_number(int64_t x) { SHOW(hb_rt_decimal_i64(digits, x)); }
