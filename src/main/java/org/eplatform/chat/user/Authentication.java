package org.eplatform.chat.user;

import java.time.Instant;
import java.util.Objects;
import org.eplatform.chat.protocol.UserId;

/// Who somebody has proved to be, by a token of the platform's provider, and until when that holds. `session` is the provider's own (`sid`), null when the token
/// names none.
public record Authentication(UserId user, String issuer, String subject, String session, Instant issuedAt, Instant expiresAt) {

    public boolean isOfSamePersonAs(Authentication other) {
        return user.equals(other.user) && Objects.equals(issuer, other.issuer) && Objects.equals(subject, other.subject);
    }

    public boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }
}
