package org.eplatform.chat.user;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.EventMetadata;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.eplatform.chat.database.Numbered;
import org.eplatform.chat.database.Queries;
import org.eplatform.chat.protocol.UserId;
import org.eplatform.chat.replica.FromElsewhere;
import org.eplatform.chat.replica.Replica;
import org.jboss.logging.Logger;

/// Writes down whose sessions were ended, so that every replica ends them, and one that starts later knows of them.
@ApplicationScoped
public class EndedSessionTable {

    private static final Logger LOG = Logger.getLogger(EndedSessionTable.class);
    /// Here first, whatever becomes of the database.
    private static final int AFTER_THOSE_HERE = 2_800;
    /// Longer than a token should be good.
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String NOTE = "insert into ended_session (replica, kind, user_id, issuer, subject, session, ended_at) values (?, ?, ?, ?, ?, ?, ?)";
    private static final String COLUMNS = "id, replica, kind, user_id, issuer, subject, session, ended_at";
    private static final String OF_LATE = """
            select %s from ended_session where kind = 'logged_out' and ended_at > clock_timestamp() - interval '1 day'
            order by id desc limit ?""".formatted(COLUMNS);

    private enum Kind { KICKED, DISABLED, LOGGED_OUT }

    private record Row(UUID replica, SessionEnded end) {}

    private final Queries queries;
    private final Replica replica;
    private final EndedSessions sessions;
    private final Event<SessionEnded> ended;
    private final Numbered<Row> table;

    EndedSessionTable(Queries queries, Replica replica, EndedSessions sessions, @FromElsewhere Event<SessionEnded> ended) {
        this.queries = queries;
        this.replica = replica;
        this.sessions = sessions;
        this.ended = ended;
        table = new Numbered<>(queries, "ended_session", COLUMNS, EndedSessionTable::row);
    }

    /// Also forgets those that nobody needs any more. A database that is away now is asked again by nobody: then a token of a session that ended before is good until it expires.
    void load(@Observes StartupEvent event) {
        try {
            queries.change("delete from ended_session where ended_at < clock_timestamp() - interval '1 day'", _ -> { });
            queries.each(OF_LATE, statement -> statement.setInt(1, EndedSessions.MAX), EndedSessionTable::row).reversed().forEach(row -> {
                if (row.end instanceof SessionEnded.LoggedOut end) {
                    sessions.add(end);
                }
            });
        } catch (RuntimeException e) {
            LOG.warnf("The sessions that ended of late could not be read: %s", e.getMessage());
        }
    }

    void note(@Observes @Priority(AFTER_THOSE_HERE) SessionEnded end, EventMetadata origin) {
        if (origin.getQualifiers().contains(FromElsewhere.Literal.INSTANCE)) {
            return;
        }
        queries.change(NOTE, statement -> {
            statement.setObject(1, replica.id());
            statement.setObject(7, Instant.now().atOffset(ZoneOffset.UTC));
            switch (end) {
                case SessionEnded.Kicked(var user) -> byAdministrator(statement, Kind.KICKED, user);
                case SessionEnded.Disabled(var user) -> byAdministrator(statement, Kind.DISABLED, user);
                case SessionEnded.LoggedOut(var issuer, var subject, var session, var at) -> {
                    statement.setString(2, text(Kind.LOGGED_OUT));
                    statement.setString(3, null);
                    statement.setString(4, issuer);
                    statement.setString(5, subject);
                    statement.setString(6, session);
                    statement.setObject(7, at.atOffset(ZoneOffset.UTC));
                }
            }
        });
    }

    private static void byAdministrator(PreparedStatement statement, Kind kind, UserId user) throws SQLException {
        statement.setString(2, text(kind));
        statement.setString(3, user.value());
        statement.setString(4, null);
        statement.setString(5, null);
        statement.setString(6, null);
    }

    /// Ends here what others ended since the last time.
    public void read() {
        table.read(row -> {
            if (!row.replica.equals(replica.id())) {
                ended.fire(row.end);
            }
        });
        table.trim(KEPT);
    }

    private static Row row(ResultSet row) throws SQLException {
        var end = switch (Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT))) {
            case KICKED -> new SessionEnded.Kicked(new UserId(row.getString(4)));
            case DISABLED -> new SessionEnded.Disabled(new UserId(row.getString(4)));
            case LOGGED_OUT -> new SessionEnded.LoggedOut(row.getString(5), row.getString(6), row.getString(7), Queries.time(row, 8));
        };
        return new Row(row.getObject(2, UUID.class), end);
    }

    private static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
