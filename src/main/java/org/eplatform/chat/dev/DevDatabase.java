package org.eplatform.chat.dev;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// A real PostgreSQL out of Maven Central, as a child of this process. It keeps its promises on the disk like a production server: the library's
/// own default is `fsync` off.
public final class DevDatabase implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private DevDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /// Starts on the data in this folder, which is kept.
    public static DevDatabase keeping(Path data) throws IOException {
        Files.createDirectories(data);
        DevLeftover.stop(data);
        return new DevDatabase(durable().setDataDirectory(data).setCleanDataDirectory(false).start());
    }

    /// Starts empty, and leaves nothing behind.
    public static DevDatabase empty() throws IOException {
        return new DevDatabase(durable().start());
    }

    /// The same with other settings of the server (`postgresql.conf`), which win over the durable ones.
    public static DevDatabase with(Map<String, String> settings) throws IOException {
        var builder = durable();
        settings.forEach(builder::setServerConfig);
        return new DevDatabase(builder.start());
    }

    private static EmbeddedPostgres.Builder durable() {
        return EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setPGStartupWait(START_LIMIT);
    }

    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
