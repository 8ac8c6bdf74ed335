package org.eplatform.chat.database;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Ready is a service whose database answers, and still keeps what it commits: the settings can be changed under a running one. One query tells both.
@Readiness
@Singleton
class DatabaseReady implements HealthCheck {

    private final DataSource database;
    private final DatabaseConfig config;

    DatabaseReady(DataSource database, DatabaseConfig config) {
        this.database = database;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try (var connection = database.getConnection()) {
            var durability = Durability.of(connection);
            durability.broken().forEach(setting -> answer.withData(setting, "a crash loses acknowledged messages"));
            return answer.status(durability.holds() || config.acceptDataLoss()).build();
        } catch (SQLException e) {
            return answer.down().withData("failure", String.valueOf(e.getMessage())).build();
        }
    }
}
