// expect: before
// expect: handler: member `circle` is not the current one, `square` is (7)
// expect-error: panic: member `circle` is not the current one, `square` is
// expect-error:   at a.hb:1:2
// expect-status: 134
// The handler is called in Hubbub's convention, with the context in its register.
#include "runtime.h"

static const Location location = {"a.hb", 4, 1, 2};

__attribute__((swiftcall)) static void handler(const char *message, int64_t length, const Location *where,
                                               __attribute__((swift_context)) Context *context) {
    TEXT("handler: ");
    hb_rt_write(message, length);
    TEXT(" (");
    char digits[20];
    hb_rt_write(digits, hb_rt_decimal_i64(digits, where == &location ? context->user_index : -1));
    TEXT(")\n");
}

int hb_program_main(void) {
    TEXT("before\n");
    Context context = {.user_index = 7, .on_panic = (void *)handler};
    hb_rt_panic_member(&context, 0, 1, "circle square", 13, &location);
}
