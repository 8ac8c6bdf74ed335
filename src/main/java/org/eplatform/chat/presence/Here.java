package org.eplatform.chat.presence;

import java.time.Instant;

/// What this process knows of somebody: their open connections, whether they are still said to be here though the last one has ended, how many listeners are
/// being told of them right now, when they were last here (null when no connection of theirs was opened or ended while this is kept), and whether the
/// database has that time.
record Here(int connections, boolean lingering, int listeners, Instant lastActive, boolean written) {

    static final Here NOTHING = new Here(0, false, 0, null, true);

    /// Of two times, of which each may be null.
    static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    Here arrived(Instant now) {
        return new Here(connections + 1, false, listeners, later(lastActive, now), false);
    }

    /// The last connection of all leaves a trace for a while.
    Here left(Instant now) {
        return new Here(Math.max(0, connections - 1), connections == 1, listeners, later(lastActive, now), false);
    }

    Here gone() {
        return new Here(connections, false, listeners, lastActive, written);
    }

    Here listeners(int change) {
        return new Here(connections, lingering, listeners + change, lastActive, written);
    }

    /// The database has this time now.
    Here written(Instant time) {
        return time.equals(lastActive) ? new Here(connections, lingering, listeners, lastActive, true) : this;
    }

    boolean isOnline() {
        return connections > 0 || lingering;
    }

    /// A time stays until the database has it, and until everybody is told who may have read the database before that: it never moves back.
    Here unlessForgettable() {
        return connections == 0 && !lingering && listeners == 0 && written ? null : this;
    }
}
