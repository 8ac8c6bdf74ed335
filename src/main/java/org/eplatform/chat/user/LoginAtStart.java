package org.eplatform.chat.user;

import io.quarkus.oidc.Oidc;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eplatform.chat.database.Migrate;
import org.eplatform.chat.database.MigrateConfig;

/// Keeps production from starting with a login that lets the wrong people in. The framework itself takes any issuer and any audience when nobody says which.
@Singleton
class LoginAtStart {

    private final Config config;
    private final MigrateConfig migration;

    LoginAtStart(Config config, MigrateConfig migration) {
        this.config = config;
        this.migration = migration;
    }

    /// Before the framework does anything about the provider. Whoever only migrates lets nobody in. It tells a `ConfigurationException` as one line, and ends with exit code 1.
    void check(@Observes Oidc beginning) {
        if (LaunchMode.current() != LaunchMode.NORMAL || migration.when() == Migrate.ONLY) {
            return;
        }
        var problems = LoginProblems.of(name -> config.getOptionalValue(name, String.class).orElse(""));
        if (!problems.isEmpty()) {
            throw new ConfigurationException("The login is not safe. " + String.join(" ", problems) + " See docs/configuration.md, \"Login\".");
        }
    }
}
