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

    boolean isAs(Profile profile) {
        return name.equals(profile.name()) && java.util.Objects.equals(username, profile.username())
                && java.util.Objects.equals(avatarUrl, profile.avatarUrl());
    }
}
