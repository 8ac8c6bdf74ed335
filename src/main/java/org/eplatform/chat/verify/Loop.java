package org.eplatform.chat.verify;

import java.time.Duration;

/// The one thread on which all clients live, and its clock. What runs on it never waits.
interface Loop {

    /// Monotonic time since the loop was made, in nanoseconds.
    long nanos();

    /// Runs this on the loop, not before this long from now.
    void after(Duration delay, Runnable step);

    default void soon(Runnable step) {
        after(Duration.ZERO, step);
    }
}
