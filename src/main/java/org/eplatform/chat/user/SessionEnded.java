package org.eplatform.chat.user;

import org.eplatform.chat.protocol.UserId;

/// Somebody may be here no longer, or only with a new token. A synchronous CDI event, fired once [Callers] refuses them: whoever holds connections ends
/// theirs.
public sealed interface SessionEnded {

    boolean concerns(Authentication caller);

    /// An administrator has ended all that this person has open.
    record Kicked(UserId user) implements SessionEnded {
        @Override
        public boolean concerns(Authentication caller) {
            return caller.user().equals(user);
        }
    }

    /// An administrator has disabled this person.
    record Disabled(UserId user) implements SessionEnded {
        @Override
        public boolean concerns(Authentication caller) {
            return caller.user().equals(user);
        }
    }
}
