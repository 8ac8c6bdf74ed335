package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.dev.DevProvider;

/// Several replicas of the service as it is shipped, on one database and with one login provider.
public final class Replicas implements AutoCloseable {

    private final DevDatabase database;
    private final DevProvider provider;
    private final List<PackagedService> services = new ArrayList<>();

    private Replicas(DevDatabase database, DevProvider provider) {
        this.database = database;
        this.provider = provider;
    }

    /// Starts one for each of these sets of environment variables.
    public static Replicas start(List<Map<String, String>> environments) throws IOException, InterruptedException {
        return start(DevDatabase.empty(), environments);
    }

    /// The same on this database, which is closed with them.
    public static Replicas start(DevDatabase database, List<Map<String, String>> environments) throws IOException, InterruptedException {
        var replicas = new Replicas(database, DevProvider.start(0));
        try {
            for (var environment : environments) {
                replicas.services.add(PackagedService.among(replicas.database, replicas.provider, environment));
            }
            replicas.startAll();
            return replicas;
        } catch (IOException | RuntimeException | Error e) {
            replicas.close();
            throw e;
        }
    }

    private void startAll() throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var starts = new ArrayList<Future<?>>();
            for (var service : services) {
                starts.add(threads.submit(() -> {
                    service.startProcess();
                    return service;
                }));
            }
            for (var start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("A replica did not start", e.getCause());
        }
    }

    public PackagedService get(int number) {
        return services.get(number);
    }

    public List<PackagedService> all() {
        return List.copyOf(services);
    }

    public DevDatabase database() {
        return database;
    }

    /// A conversation of these two, whom the chat knows from here on.
    public String conversation(String one, String other) {
        return services.getFirst().conversation(one, other);
    }

    /// A socket of somebody at one of them.
    public Socket socket(int number, String user) {
        var service = services.get(number);
        var socket = Socket.connect(service.socketAddress(), service.token(user));
        socket.await("welcome");
        return socket;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (var service : services) {
            if (service.isStarted()) {
                service.stop();
            }
        }
        provider.close();
        database.close();
    }
}
