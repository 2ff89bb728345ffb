// expect: Hello, world!
#include "runtime.h"

int hb_program_main(void) {
    TEXT("Hello, world!\n");
    return 0;
}
