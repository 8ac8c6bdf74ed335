package org.eplatform.chat.verify;

import java.time.Duration;

/// How much of what one run does. `rate` is in messages each second of all clients together; 0 is as many as are answered. The same seed makes the same choices; what the network makes of them is its own.
record Plan(int clients, int conversations, int messages, int cuts, int kills, int inFlight, int rate, Duration timeLimit, long seed) {

    /// So many of the conversations begin while the run goes on, and the other person is away.
    int lateConversations() {
        return conversations / 4;
    }
}
