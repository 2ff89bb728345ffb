//! Demands: what is being computed by this thread, so that a cycle is seen on its own stack.
