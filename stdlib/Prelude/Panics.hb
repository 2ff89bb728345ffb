//! A part of the Prelude: errors as values, and how a program ends that cannot go on.

// ---- Errors ---------------------------------------------------------------------------------------------------------

/// An error with a message, and the error that caused it. Null, the default, means success.
Error :: distinct Pointer{Error_Info} #error

/// What an `Error` carries: `e.message`, `e.cause`.
Error_Info :: struct
    message: String
    cause: Error
end

/// A new error, with memory from the current allocator. It refers to the message's bytes.
/// ```
/// inner := error("no such file")
/// print("{}\n", error("cannot read the settings", inner))      // => cannot read the settings: no such file
/// ```
error :: (message: String, cause: Error = Error{}, location: Pointer{Source_Location} = #caller-location) -> Error
    return Error(new(Error_Info{message, cause}, location = location))
end

/// Makes a string, with memory from the current allocator; a type of one's own has a `format` for its `print`.
/// ```
/// Money :: struct
///     cents: Int
/// end
///
/// format :: (out: Pointer{Writer}, m: Pointer{Money}, _spec: Format_Spec)
///     print_to(out, "{}.{:02}", m.cents / 100, m.cents % 100)
/// end
///
/// main :: ()
///     print("{}\n", Money{1205})                      // => 12.05
///     print("{}\n", format("{:>5}|{:x}", 42, 255))    // =>    42|ff
/// end
/// ```
format :: (out: Pointer{Writer}, e: Pointer{Error}, _spec: Format_Spec)
    at := e@
    while at != Error{}
        write(out, at.message)
        at = at.cause
        if at != Error{}
            write(out, ": ")
        end
    end
end

// ---- Panics ---------------------------------------------------------------------------------------------------------

/// Ends the program: prints the message, where it happened and a backtrace, calls `context.on_panic`, exits with status 134.
/// ```
/// panic("{} is too many", 12)               // panic: 12 is too many
/// ```
panic :: (format: String, items: ..Any) -> Never #format end

/// What `panic` does with a format without placeholders.
/// ```
/// panic_text("enough")                      // panic: enough
/// ```
panic_text :: (message: String, location := #caller-location) -> Never #cold
    hb_rt_panic_report(message.data, message.length, &location)
    if context.on_panic != null
        context.on_panic(message, &location)
    end
    hb_rt_panic_exit()
end

/// What an index operator does where there is no such element. With `location: Pointer{Source_Location} = #caller-location` behind its
/// indices, it can say where the caller is.
/// ```
/// panic_index(5, 3)                         // panic: index 5 is out of range for length 3
/// ```
panic_index :: (index: Int, length: Int, location: Pointer{Source_Location} = #caller-location) -> Never #cold
    hb_rt_panic_index(context_address(), index, length, location)
end

// Who chose the handler that is current: the context of the innermost `with` that may have. A panic gets its context as any procedure does, but a
// fault of the hardware comes where no call is, and the optimiser keeps a context only for calls. The compiler calls these around the bodies of
// such a `with`.
#if Build.RUNTIME == "none"
    enter_handler :: () -> Pointer{Void} #inline => null

    leave_handler :: (_outer: Pointer{Void}) #inline
    end
#else
    handler_context: Pointer{Void} #thread-local #private

    /// What the compiler calls at the beginning of such a block; whoever leaves blocks otherwise calls it, too.
    /// ```
    /// outer := enter_handler()
    /// leave_handler(outer)
    /// enter_handler() == outer          // => true
    /// ```
    enter_handler :: () -> Pointer{Void} #inline
        outer := handler_context
        handler_context = Pointer{Void}(context_address())
        // the optimiser knows nothing about it, so what was written before is there when it comes to a fault
        hb_rt_panic_handlers(current_handler)
        return outer
    end

    /// What the compiler calls at the end of such a block.
    /// ```
    /// outer := enter_handler()
    /// leave_handler(outer)
    /// enter_handler() == outer          // => true
    /// ```
    leave_handler :: (outer: Pointer{Void}) #inline
        handler_context = outer
    end

    current_handler :: #c-call () -> Pointer{Void} #private => handler_context

    hb_rt_panic_handlers :: (source: #c-call () -> Pointer{Void}) #foreign #private
#end

/// What `panic` begins with: where its message is written.
/// ```
/// storage: Format_Storage = uninit
/// out := panic_begin(&storage)
/// write(out, "made by hand")
/// panic_end(out)                            // panic: made by hand
/// ```
panic_begin :: (storage: Pointer{Format_Storage}, location: Pointer{Source_Location} = #caller-location) -> Pointer{Writer} #cold
    return format_begin(storage, location = location)
end

/// What `panic` ends with.
/// ```
/// storage: Format_Storage = uninit
/// out := panic_begin(&storage)
/// write(out, "made by hand")
/// panic_end(out)                            // panic: made by hand
/// ```
panic_end :: (out: Pointer{Writer}, location := #caller-location) -> Never #cold
    panic_text(written(out), location)
end

/// Panics unless the condition holds.
/// ```
/// assert(1 + 1 == 2)
/// assert(1 + 1 == 3, "counting")            // panic: counting
/// ```
assert :: (condition: Bool, message: String = "assertion failed", location := #caller-location)
    if !condition
        panic_text(message, location)
    end
end

/// For places that the program never comes to.
/// ```
/// sign :: (x: Int) -> Int
///     if x < 0
///         return -1
///     else if x >= 0
///         return 1
///     end
///     unreachable()
/// end
///
/// sign(-3)                                  // => -1
/// ```
unreachable :: (location := #caller-location) -> Never
    panic_text("unreachable code was reached", location)
end
