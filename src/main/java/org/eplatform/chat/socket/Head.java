package org.eplatform.chat.socket;

/// How far one conversation was delivered by this process. Guarded by itself: what is told of one conversation is told in the order of its versions.
final class Head {

    private long version;
    private long wanted;
    private boolean repairing;
    private volatile long touched = System.nanoTime();

    Head(long version) {
        this.version = version;
        wanted = version;
    }

    long version() {
        return version;
    }

    long wanted() {
        return wanted;
    }

    boolean isBehind() {
        return version < wanted;
    }

    boolean isRepairing() {
        return repairing;
    }

    void repairing(boolean now) {
        repairing = now;
    }

    void advance(long to) {
        version = Math.max(version, to);
    }

    /// There are changes up to this version.
    void know(long of) {
        wanted = Math.max(wanted, of);
    }

    void touch() {
        touched = System.nanoTime();
    }

    /// In nanoseconds.
    long idle() {
        return System.nanoTime() - touched;
    }
}
