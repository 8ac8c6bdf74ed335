package org.eplatform.chat.user;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.protocol.ErrorCode;

/// A person of the platform, under the platform's own id.
@Entity
@Table(name = "chat_user")
class User extends PanacheEntityBase {

    @Id
    public String id;

    public String name;

    public String username;

    @Column(name = "avatar_url")
    public String avatarUrl;

    @Column(name = "last_active")
    public Instant lastActive;

    @Column(name = "disabled_at")
    public Instant disabledAt;

    /// Tokens that were given out before count no more; null when all do.
    @Column(name = "tokens_valid_from")
    public Instant tokensValidFrom;

    /// Lets somebody in whose token was given out then, or refuses.
    void admit(Instant issuedAt) {
        if (disabledAt != null) {
            throw new ChatException(ErrorCode.USER_DISABLED, "An administrator has disabled this person.");
        }
        if (tokensValidFrom != null && issuedAt.isBefore(tokensValidFrom)) {
            throw new ChatException(ErrorCode.UNAUTHENTICATED, "The session has ended. Come back with a new token.");
        }
    }

    /// Whether the profile says nothing that is not known already.
    boolean isAs(Profile profile) {
        return isSameOrMissing(profile.name(), name) && isSameOrMissing(profile.username(), username) && isSameOrMissing(profile.avatarUrl(), avatarUrl);
    }

    private static boolean isSameOrMissing(String said, String known) {
        return said == null || said.equals(known);
    }
}
