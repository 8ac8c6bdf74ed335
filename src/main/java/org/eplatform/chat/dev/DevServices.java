package org.eplatform.chat.dev;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Starts, in development and tests, what nobody has configured: the database and the login provider, and tells their addresses as configuration.
///
/// Quarkus reads configuration several times in one process, from several class loaders, and again at every live reload. So what runs is
/// remembered in system properties, which all of them share, and lives until the process ends.
public final class DevServices implements ConfigSourceFactory {

    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final String LOGIN = "quarkus.oidc.auth-server-url";
    private static final int DEV_LOGIN_PORT = 8180;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean dev = context.getProfiles().contains("dev");
        if (!dev && !context.getProfiles().contains("test")) {
            return List.of();
        }
        var found = new HashMap<String, String>();
        if (context.getValue(DATABASE).getValue() == null) {
            found.put(DATABASE, once("chat.dev.database", () -> database(dev)));
            found.put("quarkus.datasource.username", "postgres");
            found.put("quarkus.datasource.password", "postgres");
        }
        if (context.getValue(LOGIN).getValue() == null) {
            found.put(LOGIN, once("chat.dev.login", () -> login(dev)));
        }
        // Stronger than application.properties, weaker than the environment.
        return List.of(new PropertiesConfigSource(Map.copyOf(found), "what development brings", 260));
    }

    private static String once(String name, Supplier<String> start) {
        synchronized (Runtime.getRuntime()) {
            var running = System.getProperty(name);
            if (running == null) {
                running = start.get();
                System.setProperty(name, running);
            }
            return running;
        }
    }

    private static String database(boolean dev) {
        try {
            return (dev ? DevDatabase.keeping(projectFolder().resolve(".dev-data/postgresql")) : DevDatabase.empty()).jdbcUrl();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start. Set QUARKUS_DATASOURCE_JDBC_URL to use another one.", e);
        }
    }

    private static String login(boolean dev) {
        try {
            return DevProvider.start(dev ? DEV_LOGIN_PORT : 0).issuer();
        } catch (IOException e) {
            throw new UncheckedIOException("The login provider of development does not start: is port " + DEV_LOGIN_PORT + " in use?", e);
        }
    }

    private static Path projectFolder() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("pom.xml")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
