//! Something that is done once, whoever comes first; the others wait until it is done.
//!
//! ```
//! set_up :: ()
//!     print("ready\n")
//! end
//!
//! ready: Once.Once
//! ready.call(set_up)
//! // => ready
//! ready.call(set_up)                    // prints nothing
//! ```
//!
//! When it has been done, `call` is a load and a comparison. The default value has not been done.

Once :: struct
    state: u32                      // 0 to be done, 1 being done, 2 being done and waited for, 3 done
end

/// Calls the procedure if nobody has done so; comes back when it is done. It must not call itself.
/// ```
/// ready: Once.Once
/// for _ in 0..<3
///     ready.call(() => print("only once\n"))
/// end
/// // => only once
/// ```
call :: (o: Pointer{Once}, body: #closure ())
    if load(&o.state) == DONE
        return
    end
    _, is_first := compare_exchange(&o.state, 0, 1)
    if !is_first
        wait_until_done(o)
        return
    end
    body()
    if exchange(&o.state, DONE) == 2
        hb_rt_wake(&o.state, 0x7fff_ffff)
    end
end

/// Whether it is done.
/// ```
/// ready: Once.Once
/// ready.is_done()                           // => false
/// ready.call(() => print("done\n"))
/// // => done
/// ready.is_done()                           // => true
/// ```
is_done :: (o: Pointer{Once}) -> Bool
    return load(&o.state) == DONE
end

wait_until_done :: (o: Pointer{Once}) #private #no-inline
    while load(&o.state) != DONE
        compare_exchange(&o.state, 1, 2)
        hb_rt_wait(&o.state, 2, -1)
    end
end

DONE :: 3 #private

compare_exchange :: (p: Pointer{u32}, expected: u32, new: u32) -> (u32, Bool) #intrinsic "atomic_compare_exchange.acquire_release" #private
exchange :: (p: Pointer{u32}, new: u32) -> u32 #intrinsic "atomic_exchange.acquire_release" #private
load :: (p: Pointer{u32}) -> u32 #intrinsic "atomic_load.acquire" #private

hb_rt_wait :: (word: Pointer{u32}, expected: u32, nanoseconds: Int) -> Bool #foreign #private
hb_rt_wake :: (word: Pointer{u32}, count: u32) #foreign #private
