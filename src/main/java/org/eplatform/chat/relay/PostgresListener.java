package org.eplatform.chat.relay;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.eplatform.chat.replica.Listening;
import org.eplatform.chat.replica.RelayConfig;
import org.eplatform.chat.replica.RelayKind;
import org.eplatform.chat.replica.Steady;
import org.postgresql.Driver;
import org.postgresql.PGConnection;

/// Hears by `LISTEN`, on a connection of its own. Where that is forbidden or broken, or nothing comes of it, as behind a pooler of transactions, the table of moves is read every
/// few seconds all the same.
@ApplicationScoped
class PostgresListener {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final AgroalDataSource database;
    private final RelayConfig config;
    private final NewsJson json;
    private final Moves moves;
    private final Arrivals arrivals;
    private final Ways ways;
    private final PostgresRelay relay;
    private final Steady work = new Steady("relay-listen", this::work);

    PostgresListener(AgroalDataSource database, RelayConfig config, NewsJson json, Moves moves, Arrivals arrivals, Ways ways, PostgresRelay relay) {
        this.database = database;
        this.config = config;
        this.json = json;
        this.moves = moves;
        this.arrivals = arrivals;
        this.ways = ways;
        this.relay = relay;
    }

    void start(@ObservesAsync Listening event) {
        if (config.kind() == RelayKind.POSTGRES) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        work.stop();
    }

    private void work() throws InterruptedException {
        try (var connection = connect()) {
            listen(connection);
        } catch (SQLException e) {
            ways.isLost(Way.LISTENING, e);
            Thread.sleep(config.poll());
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + PostgresRelay.CHANNEL);
        }
        // What was told before, nobody heard.
        moves.wake();
        // A pooler of transactions takes LISTEN, and passes nothing on: this one has to hear itself.
        relay.tell(new News.Ended());
        boolean hears = false;
        var session = connection.unwrap(PGConnection.class);
        while (!Thread.currentThread().isInterrupted()) {
            var heard = session.getNotifications((int) SILENCE.toMillis());
            if (heard == null || heard.length == 0) {
                if (!hears) {
                    ways.isLost(Way.LISTENING, new SQLException("LISTEN is taken, and nothing arrives, as behind a pooler of transactions"));
                    relay.tell(new News.Ended());
                }
                if (!connection.isValid((int) SILENCE.toSeconds())) {
                    return;
                }
            } else {
                hears = true;
                ways.isThere(Way.LISTENING);
                for (var notification : heard) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    private void hear(String text) {
        if (json.isWakeUp(text)) {
            moves.wake();
        } else {
            arrivals.hear(text);
        }
    }

    /// As the pool connects, but past it: a connection that listens is never given back.
    private Connection connect() throws SQLException {
        var factory = database.getConfiguration().connectionPoolConfiguration().connectionFactoryConfiguration();
        var properties = new Properties();
        properties.putAll(factory.jdbcProperties());
        if (factory.principal() instanceof NamePrincipal user) {
            properties.setProperty("user", user.getName());
        }
        factory.credentials().forEach(credential -> {
            if (credential instanceof SimplePassword password) {
                properties.setProperty("password", password.getWord());
            }
        });
        return new Driver().connect(config.listenUrl().orElse(factory.jdbcUrl()), properties);
    }
}
