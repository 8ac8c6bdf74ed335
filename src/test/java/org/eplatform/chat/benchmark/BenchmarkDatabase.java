package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eplatform.chat.dev.DevDatabase;

/// The PostgreSQL that both sides write to, one after the other. It keeps its promises on the disk.
final class BenchmarkDatabase implements AutoCloseable {

    private static final List<String> PROMISES = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final int QUERY_LIMIT_SECONDS = 300;

    private final DevDatabase server;
    private final Connection connection;
    private final long postmaster;

    private BenchmarkDatabase(DevDatabase server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        for (var promise : PROMISES) {
            if (!text("show " + promise).equals("on")) {
                throw new BenchmarkFailure(promise + " is off: the figures would be worth nothing");
            }
        }
        postmaster = Cpu.parent(Long.parseLong(text("select pg_backend_pid()")));
    }

    static BenchmarkDatabase start() throws IOException, SQLException {
        var server = DevDatabase.empty();
        try {
            return new BenchmarkDatabase(server, DriverManager.getConnection(server.jdbcUrl(), "postgres", "postgres"));
        } catch (SQLException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    String jdbcUrl() {
        return server.jdbcUrl();
    }

    long postmaster() {
        return postmaster;
    }

    String version() {
        return text("show server_version");
    }

    /// So that no point pays for what an earlier one wrote.
    void settle() {
        run("checkpoint");
    }

    /// Parameters are arrays of text or of uuids, or single values.
    int run(String sql, Object... parameters) {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(QUERY_LIMIT_SECONDS);
            for (int i = 0; i < parameters.length; i++) {
                if (parameters[i] instanceof java.util.UUID[] uuids) {
                    statement.setArray(i + 1, connection.createArrayOf("uuid", uuids));
                } else {
                    statement.setObject(i + 1, parameters[i]);
                }
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new BenchmarkFailure(sql, e);
        }
    }

    private String text(String sql) {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            found.next();
            return found.getString(1);
        } catch (SQLException e) {
            throw new BenchmarkFailure(sql, e);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        try {
            connection.close();
        } finally {
            server.close();
        }
    }
}
