package org.eplatform.chat.relay;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.eplatform.chat.protocol.UserId;

/// The channels of Redis: one for each person and one for each person's presence, so that a replica subscribes to what its people need and to nothing else,
/// and a cluster spreads them over its shards.
final class Channels {

    static final String ALL = "chat:all";

    private Channels() {}

    static String of(Topic topic) {
        return switch (topic) {
            case Topic.For(var user) -> "chat:for:" + user.value();
            case Topic.Presence(var user) -> "chat:presence:" + user.value();
        };
    }

    /// Where those hear who need it.
    static Collection<String> of(News news) {
        return switch (news) {
            case News.Changed(var change) -> all(change.recipients());
            case News.Added(var user, _) -> all(Set.of(user));
            case News.Writing(var readers, _) -> all(readers);
            case News.Moving(var event) -> List.of(of(new Topic.Presence(event.userId())));
            case News.Ended() -> List.of(ALL);
        };
    }

    private static List<String> all(Set<UserId> users) {
        return users.stream().map(user -> of(new Topic.For(user))).toList();
    }
}
