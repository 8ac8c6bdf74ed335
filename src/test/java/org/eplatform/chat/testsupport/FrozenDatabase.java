package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eplatform.chat.dev.DevDatabase;

/// A database that stands still: all of its processes are stopped (SIGSTOP), while the kernel goes on taking connections for them. Closing this thaws it.
public final class FrozenDatabase implements AutoCloseable {

    private final List<Long> processes;

    private FrozenDatabase(List<Long> processes) {
        this.processes = processes;
    }

    public static FrozenDatabase freeze(DevDatabase database) throws SQLException, IOException, InterruptedException {
        var postmaster = postmaster(database);
        // First the one that makes new ones.
        signal("-STOP", List.of(postmaster.pid()));
        var children = postmaster.descendants().map(ProcessHandle::pid).toList();
        signal("-STOP", children);
        return new FrozenDatabase(Stream.concat(Stream.of(postmaster.pid()), children.stream()).toList());
    }

    /// Ends all of them in the same moment (SIGKILL), as a power cut does.
    public static void kill(DevDatabase database) throws SQLException, IOException, InterruptedException {
        freeze(database).kill();
    }

    private void kill() throws IOException, InterruptedException {
        signal("-KILL", processes);
        for (long pid : processes) {
            ProcessHandle.of(pid).ifPresent(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        }
    }

    private static ProcessHandle postmaster(DevDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl()); var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
        }
    }

    private static void signal(String signal, List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(pid -> command.add(String.valueOf(pid)));
        // One of them may have ended by itself meanwhile, so the exit code tells nothing.
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }

    /// Every process goes on where it stood.
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT", processes);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        thaw();
    }
}
