package org.eplatform.chat.database;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/// Keeps the service from promising what its database does not: nobody is let in before this has passed.
@Singleton
class TruthAtStart {

    private static final Logger LOG = Logger.getLogger(TruthAtStart.class);

    private final DataSource database;
    private final DatabaseConfig config;

    TruthAtStart(DataSource database, DatabaseConfig config) {
        this.database = database;
        this.config = config;
    }

    /// The framework tells a `ConfigurationException` as one line, and ends with exit code 1.
    void check(@Observes @Priority(Integer.MIN_VALUE) StartupEvent start) {
        try (var connection = database.getConnection()) {
            var durability = Durability.of(connection);
            if (durability.holds()) {
                return;
            }
            var settings = String.join(", ", durability.broken());
            if (!config.acceptDataLoss()) {
                throw new ConfigurationException("The database has " + settings + ": a crash would lose acknowledged messages. Set it to on, or accept the loss with "
                        + "chat.database.accept-data-loss=true (CHAT_DATABASE_ACCEPT_DATA_LOSS=true).");
            }
            LOG.warnf("The database has %s and chat.database.accept-data-loss=true: a crash will lose acknowledged messages.", settings);
        } catch (SQLException e) {
            LOG.debug("The database cannot be asked", e);
            throw new ConfigurationException("The database cannot be asked: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " ")
                    + " See QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        }
    }
}
