// expect-error: panic: first
// expect-error: panic: 9 is no member of Colour
// expect-status: 134
// A panic in the handler of a panic.
#include "runtime.h"

__attribute__((swiftcall)) static void handler(const char *message, int64_t length, const Location *where,
                                               __attribute__((swift_context)) Context *context) {
    hb_rt_panic_enum(context, 9, "Colour", 6, 0);
}

int hb_program_main(void) {
    Context context = {.on_panic = (void *)handler};
    hb_rt_panic(&context, "first", 5, 0);
}
