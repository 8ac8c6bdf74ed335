package org.eplatform.chat.verify;

/// When new messages may be said: evenly, so many each second of all clients together, or as many as are answered. What could not be said in time is not made up for.
final class Pace {

    private static final long SECOND = 1_000_000_000;
    /// In steps of this part of a second at most.
    private static final int BURSTS = 10;

    private final int perSecond;
    private final Loop loop;
    private double due;
    private long counted;

    /// Without a bound when it is 0.
    Pace(int perSecond, Loop loop) {
        this.perSecond = perSecond;
        this.loop = loop;
        this.counted = loop.nanos();
    }

    /// Whether one more may be said now; it is counted as said.
    boolean permits() {
        if (perSecond == 0) {
            return true;
        }
        long now = loop.nanos();
        due = Math.min(Math.max(1, perSecond / BURSTS), due + (double) (now - counted) * perSecond / SECOND);
        counted = now;
        if (due < 1) {
            return false;
        }
        due--;
        return true;
    }
}
