package org.eplatform.chat.database;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jboss.logging.Logger;

/// Brings the schema to this version, or sees that it is. After [TruthAtStart], and before anybody reads a table or is let in.
///
/// A schema that is newer is fine: migrations only add what the version before does not need, so the one before serves on while it is replaced, and after a rollback.
@Singleton
class SchemaAtStart {

    private static final Logger LOG = Logger.getLogger(SchemaAtStart.class);
    private static final int MOST_TOLD = 500;

    private final DataSource database;
    private final Flyway flyway;
    private final MigrateConfig config;

    SchemaAtStart(DataSource database, Flyway flyway, MigrateConfig config) {
        this.database = database;
        this.flyway = flyway;
        this.config = config;
    }

    void bring(@Observes @Priority(Integer.MIN_VALUE + 1) StartupEvent start) {
        switch (config.when()) {
            case AT_START -> migrate();
            case ONLY -> {
                migrate();
                // Ends the process once this start has been given up.
                Quarkus.asyncExit(0);
                throw new PreventFurtherStepsException(0);
            }
            case NEVER -> refuseAnOlderOne();
        }
    }

    /// Flyway lets one process in at a time; the others find nothing to do then.
    private void migrate() {
        if (isKnown()) {
            LOG.info("The schema is that of this version, nothing to migrate.");
            return;
        }
        var result = told("migrated", flyway::migrate);
        if (result.migrationsExecuted > 0) {
            LOG.infof("The schema was migrated to version %s, by %d migrations.", result.targetSchemaVersion, result.migrationsExecuted);
        } else {
            LOG.infof("The schema has version %s, nothing to migrate.", result.initialSchemaVersion);
        }
    }

    private boolean isKnown() {
        try (var connection = database.getConnection()) {
            return KnownSchema.isIn(connection);
        } catch (SQLException e) {
            LOG.debug("What Flyway noted cannot be read", e);
            return false;
        }
    }

    private void refuseAnOlderOne() {
        if (isKnown()) {
            return;
        }
        var schema = told("read", flyway::info);
        var missing = schema.pending();
        if (missing.length > 0) {
            throw new ConfigurationException("The schema has version " + Optional.ofNullable(schema.current()).map(MigrationInfo::getVersion).map(Object::toString).orElse("none")
                    + ", and this service needs " + missing[missing.length - 1].getVersion() + ": chat.migrate is never (CHAT_MIGRATE), so migrate it first, by the role that owns it, with only.");
        }
    }

    /// In one line, what the database says itself where it is the reason: what Flyway makes of that has many.
    private static <T> T told(String what, Supplier<T> step) {
        try {
            return step.get();
        } catch (FlywayException e) {
            LOG.debug("Flyway failed", e);
            var line = String.valueOf(ExceptionUtil.getRootCause(e).getMessage()).replaceAll("\\s+", " ").strip();
            throw new ConfigurationException("The schema cannot be " + what + ": " + line.substring(0, Math.min(line.length(), MOST_TOLD)));
        }
    }
}
