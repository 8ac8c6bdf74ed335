package org.eplatform.chat.user;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eplatform.chat.error.BadRow;
import org.eplatform.chat.protocol.UserId;

/// The people that the chat knows.
@ApplicationScoped
public class Users {

    private final EntityManager entities;

    Users(EntityManager entities) {
        this.entities = entities;
    }

    /// What is known of somebody's last visit; the outer value is empty when the chat does not know the person.
    public Optional<LastSeen> lastSeen(UserId id) {
        return QuarkusTransaction.joiningExisting().call(() -> User.<User>findByIdOptional(id.value()).map(user -> new LastSeen(user.lastActive)));
    }

    /// The same of many people, in one query; those that the chat does not know are not in it.
    public Map<UserId, LastSeen> lastSeen(Set<UserId> ids) {
        var found = QuarkusTransaction.joiningExisting().call(() -> User.<User>list("id in ?1", ids.stream().map(UserId::value).toList()));
        return BadRow.never(() -> found.stream().collect(Collectors.toUnmodifiableMap(user -> new UserId(user.id), user -> new LastSeen(user.lastActive))));
    }

    /// When somebody was last here; null before their first connection.
    public record LastSeen(Instant at) {}

    public boolean knows(UserId id) {
        return lastSeen(id).isPresent();
    }

    /// Writes down what the platform says of a person, unless it is known already. What a token leaves out stays as it is.
    public void remember(Profile profile) {
        QuarkusTransaction.joiningExisting().run(() -> remember(profile, User.findById(profile.id().value())));
    }

    /// The same of a caller with a token that was given out then. Refuses who is disabled, or whose token was made void.
    void admit(Profile profile, Instant issuedAt) {
        QuarkusTransaction.joiningExisting().run(() -> {
            User known = User.findById(profile.id().value());
            if (known != null) {
                known.admit(issuedAt);
            }
            remember(profile, known);
        });
    }

    private void remember(Profile profile, User known) {
        if (known == null || !known.isAs(profile)) {
            // Several first calls of one person may meet here.
            entities.createNativeQuery("""
                    insert into chat_user (id, name, username, avatar_url)
                    values (:id, coalesce(cast(:name as text), cast(:username as text), :id), cast(:username as text), cast(:avatarUrl as text))
                    on conflict (id) do update set name = coalesce(cast(:name as text), chat_user.name),
                        username = coalesce(excluded.username, chat_user.username), avatar_url = coalesce(excluded.avatar_url, chat_user.avatar_url)""")
                    .setParameter("id", profile.id().value()).setParameter("name", profile.name())
                    .setParameter("username", profile.username()).setParameter("avatarUrl", profile.avatarUrl())
                    .executeUpdate();
        }
    }

    /// Keeps somebody out. False when the chat does not know the person, as for the next two.
    public boolean disable(UserId id) {
        return change("update chat_user set disabled_at = coalesce(disabled_at, clock_timestamp()) where id = :id", id);
    }

    public boolean enable(UserId id) {
        return change("update chat_user set disabled_at = null where id = :id", id);
    }

    /// Makes void the tokens of somebody that were given out until now.
    public boolean voidTokens(UserId id) {
        return change("update chat_user set tokens_valid_from = clock_timestamp() where id = :id", id);
    }

    private boolean change(String sql, UserId id) {
        return QuarkusTransaction.joiningExisting().call(() -> entities.createNativeQuery(sql).setParameter("id", id.value()).executeUpdate()) > 0;
    }
}
