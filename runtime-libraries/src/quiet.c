// The collector would tell people who never heard of it, on standard error, that large blocks can be a problem for it.
typedef void Warn(char *format, unsigned long argument);
void GC_set_warn_proc(Warn *procedure);
Warn GC_ignore_warn_proc;

__attribute__((constructor)) static void be_quiet(void) {
    GC_set_warn_proc(GC_ignore_warn_proc);
}
