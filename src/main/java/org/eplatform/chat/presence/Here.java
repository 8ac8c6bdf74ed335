package org.eplatform.chat.presence;

import java.time.Instant;

/// What this process knows of somebody: their open connections, how many listeners are being told of them right now, when they were last here
/// (null when no connection of theirs was opened or ended while this is kept), and whether the database has that time.
record Here(int connections, int listeners, Instant lastActive, boolean written) {

    static final Here NOTHING = new Here(0, 0, null, true);

    /// Of two times, of which each may be null.
    static Instant later(Instant one, Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    Here connections(int change, Instant now) {
        return new Here(Math.max(0, connections + change), listeners, later(lastActive, now), false);
    }

    Here listeners(int change) {
        return new Here(connections, listeners + change, lastActive, written);
    }

    /// The database has this time now.
    Here written(Instant time) {
        return time.equals(lastActive) ? new Here(connections, listeners, lastActive, true) : this;
    }

    boolean isOnline() {
        return connections > 0;
    }

    /// A time stays until the database has it, and until everybody is told who may have read the database before that: it never moves back.
    Here unlessForgettable() {
        return connections == 0 && listeners == 0 && written ? null : this;
    }
}
