package org.eplatform.chat.limit;

import java.util.Locale;

/// Everything that waits here waits in one of these, and each holds only so much.
public enum BoundedQueue {
    /// Writes that wait for their batch; one more is answered `busy`.
    LANE,
    /// Connections that wait to be opened; who waits too long is closed with 1013.
    OPENINGS,
    /// Commands of one connection that wait for the database; one more closes it with 4029.
    INBOUND,
    /// Writes of one connection that are not answered yet; one more closes it with 4029.
    UNANSWERED,
    /// Frames for one connection; one more closes it with 4008, and so does a client that takes too long to read.
    OUTBOUND,
    /// Subjects of which one connection has something for the moment to hear, such as who is writing; one more is left out.
    MENTIONS,
    /// News for other replicas; one more is left out, and found in the database.
    RELAY_OUT,
    /// News of other replicas; one more is left out, and found in the database.
    RELAY_IN;

    /// The name in the metrics, such as `relay_in`.
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
