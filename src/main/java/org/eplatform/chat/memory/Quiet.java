package org.eplatform.chat.memory;

/// When a whole collection is worth its pause: a good part of what is in use came since the last whole one, and hardly anything comes now. All sizes are bytes.
/// Not for several threads.
final class Quiet {

    static final long LITTLE = 1 << 20;
    static final long WORTH_IT = 8 << 20;

    private static final int SHARE = 4;
    private static final int LOOKS = 2;

    private long kept;
    private long before;
    private int quietLooks;

    /// Asked at equal intervals with what is in use then.
    boolean isTime(long used) {
        // Less after one that came by itself; more says nothing, since that one looked at what is young alone.
        kept = Math.min(kept, used);
        quietLooks = Math.abs(used - before) <= LITTLE ? quietLooks + 1 : 0;
        before = used;
        return quietLooks >= LOOKS && used - kept >= Math.max(WORTH_IT, kept / SHARE);
    }

    void collected(long used) {
        kept = used;
        before = used;
        quietLooks = 0;
    }
}
