package org.eplatform.chat.user;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
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

    /// The provider has ended a session of this subject, or all where it names none, and with it the tokens that were given out until then. One of the two
    /// may be null.
    record LoggedOut(String issuer, String subject, String session, Instant at) implements SessionEnded {

        Set<SessionName> names() {
            return SessionName.endedBy(issuer, subject, session);
        }

        @Override
        public boolean concerns(Authentication caller) {
            return !caller.issuedAt().isAfter(at) && !Collections.disjoint(names(), SessionName.of(caller));
        }
    }
}
