package org.eplatform.chat.user;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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

    /// Whether the profile says nothing that is not known already.
    boolean isAs(Profile profile) {
        return isSameOrMissing(profile.name(), name) && isSameOrMissing(profile.username(), username) && isSameOrMissing(profile.avatarUrl(), avatarUrl);
    }

    private static boolean isSameOrMissing(String said, String known) {
        return said == null || said.equals(known);
    }
}
