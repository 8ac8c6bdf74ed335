package org.eplatform.chat.socket;

import java.util.TreeMap;
import org.eplatform.chat.conversation.Committed;

/// How far one conversation was delivered by this process. Guarded by itself: what is told of one conversation is told in the order of its versions.
final class Head {

    /// More than come between two replicas in a moment.
    private static final int MOST_HELD = 64;

    private final TreeMap<Long, Committed> held = new TreeMap<>();
    private long version;
    private long wanted;
    private boolean repairing;
    private boolean doubted;
    private boolean used;
    private volatile long touched = System.nanoTime();

    Head(long version) {
        this.version = version;
        wanted = version;
    }

    /// Whether this is the first time that it is used. True once.
    boolean firstUse() {
        boolean first = !used;
        used = true;
        return first;
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

    /// Whether another replica may have changed something before this that is not known here yet.
    boolean isDoubted() {
        return doubted;
    }

    void doubted(boolean now) {
        doubted = now;
    }

    /// What came after this version was not delivered here.
    void goBack(long to) {
        version = Math.min(version, to);
    }

    /// Keeps what came before what comes before it. False when there is no room.
    boolean hold(Committed ahead) {
        return held.size() < MOST_HELD && held.put(ahead.before(), ahead) == null;
    }

    boolean holdsNothing() {
        return held.isEmpty();
    }

    /// What was held and can be told now, and null when there is none.
    Committed nextHeld() {
        return !held.isEmpty() && held.firstKey() <= version ? held.pollFirstEntry().getValue() : null;
    }

    /// What was held was read, or will be.
    void forgetHeld() {
        held.clear();
    }

    void touch() {
        touched = System.nanoTime();
    }

    /// In nanoseconds.
    long idle() {
        return System.nanoTime() - touched;
    }
}
