package org.eplatform.chat.presence;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import org.eplatform.chat.error.BadRow;
import org.eplatform.chat.limit.Limits;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.Limit;
import org.eplatform.chat.protocol.Opaque;
import org.eplatform.chat.protocol.RateLimit;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.protocol.UserView;

/// Finds people by a part of their name or user name.
@ApplicationScoped
public class Directory {

    private static final int MAX_QUERY_LENGTH = 100;

    private static final String COLUMNS = "select id, name, username, avatar_url, last_active, lower(name) as sort_name, %s as online_elsewhere\n"
            .formatted(Presence.onlineElsewhere("person.id"));

    private static final String FOUND = """
            where id <> :caller and visibility = 'visible'
              and (lower(name) like lower(:pattern) escape '\\' or lower(username) like lower(:pattern) escape '\\')
              and (lower(name), id) > (:afterName, :afterId)
            order by lower(name), id
            limit :limit""";

    static final String EVERYBODY = COLUMNS + "from chat_user person\n" + FOUND;

    /// Goes from the caller's conversations to who is in them, by key each: however many people there are besides. For `offset 0` see `Inbox`.
    static final String ACQUAINTANCES = COLUMNS + """
            from (select distinct p.user_id
                  from participant mine
                  cross join lateral (select user_id from participant where conversation_id = mine.conversation_id and left_seq is null offset 0) p
                  where mine.user_id = :caller and mine.left_seq is null) known
            cross join lateral (select * from chat_user where id = known.user_id offset 0) person
            """ + FOUND;

    private final EntityManager entities;
    private final Presence presence;
    private final Limits limits;
    private final int minQuery;
    private final String query;

    Directory(EntityManager entities, Presence presence, Limits limits, DirectoryConfig config) {
        minQuery = config.minQuery();
        query = switch (config.people()) {
            case EVERYBODY -> EVERYBODY;
            case ACQUAINTANCES -> ACQUAINTANCES;
        };
        this.limits = limits;
        this.entities = entities;
        this.presence = presence;
    }

    /// `next` is the cursor of the next page, null on the last.
    public record Page(List<UserView> users, String next) {}

    /// `query` and `after` may be null.
    public Page search(UserId caller, String query, String after, Limit limit) {
        var start = after == null ? List.of("", "") : Opaque.unpack("after", after, 2);
        var pattern = pattern(query);
        limits.take(RateLimit.SEARCHES, caller);
        var found = QuarkusTransaction.joiningExisting().call(() -> rows(caller, pattern, start, limit.value() + 1));
        var page = found.subList(0, Math.min(limit.value(), found.size()));
        var next = found.size() > limit.value() ? Opaque.pack(page.getLast().get("sort_name", String.class), page.getLast().get("id", String.class)) : null;
        return new Page(BadRow.never(() -> page.stream().map(this::view).toList()), next);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> rows(UserId caller, String pattern, List<String> start, int limit) {
        return entities.createNativeQuery(query, Tuple.class)
                .setParameter("caller", caller.value()).setParameter("pattern", pattern)
                .setParameter("afterName", start.getFirst()).setParameter("afterId", start.getLast())
                .setParameter("limit", limit).getResultList();
    }

    /// A search for `%` means the character. Names are kept in NFC; upper and lower case are the database's, on both sides.
    private String pattern(String query) {
        var asked = query == null ? "" : query;
        if (asked.length() > MAX_QUERY_LENGTH || asked.indexOf('\0') >= 0) {
            throw InvalidField.invalid("q must be at most " + MAX_QUERY_LENGTH + " characters without U+0000");
        }
        var part = Normalizer.normalize(asked.strip(), Normalizer.Form.NFC);
        if (part.codePointCount(0, part.length()) < minQuery) {
            throw new InvalidField(ErrorCode.QUERY_TOO_SHORT, "q must have at least " + minQuery + " characters");
        }
        return "%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private UserView view(Tuple row) {
        var id = new UserId(row.get("id", String.class));
        return new UserView(id, row.get("name", String.class), row.get("username", String.class), row.get("avatar_url", String.class),
                presence.isOnline(id, row.get("online_elsewhere", Boolean.class)), row.get("last_active", Instant.class));
    }
}
