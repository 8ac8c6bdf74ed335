package org.eplatform.chat.benchmark;

import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eplatform.chat.dev.DevPerson;
import org.eplatform.chat.dev.DevProvider;
import org.eplatform.chat.testsupport.FreePorts;
import org.eplatform.chat.testsupport.Socket;
import org.eplatform.chat.testsupport.WideLimits;

/// One of the two servers, running, and the way in.
sealed interface Server extends AutoCloseable {

    /// `-Dchat.artifact=` names another one, such as a native executable.
    List<String> SERVICE = command(System.getProperty("chat.artifact", "target/quarkus-app/quarkus-run.jar"));

    Side side();

    ServerProcess process();

    /// How this person connects. The floor knows nobody: it is told here which conversation the connection takes part in.
    WebSocketConnectOptions door(String person, UUID conversation);

    @Override
    default void close() {
        process().close();
    }

    static Server start(Side side, BenchmarkDatabase database, DevProvider provider) throws IOException {
        int port = FreePorts.one();
        return switch (side) {
            case FLOOR -> new Floor(port, ServerProcess.start("floor", ServerProcess.java(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                    "-cp", System.getProperty("java.class.path"), FloorServer.class.getName(),
                    String.valueOf(port), database.jdbcUrl())), Map.of(), URI.create("http://127.0.0.1:" + port + "/")));
            case OURS -> packaged("ours", SERVICE, database, provider, Map.of());
        };
    }

    private static List<String> command(String artifact) {
        return artifact.endsWith(".jar") ? ServerProcess.java(List.of("-jar", artifact)) : List.of(artifact, "-Xmx1g");
    }

    /// One of several replicas of the service.
    static Ours replica(int number, BenchmarkDatabase database, DevProvider provider, Map<String, String> relay) throws IOException {
        return packaged("replica-" + number, SERVICE, database, provider, relay);
    }

    /// The service by this command, with these variables on top.
    static Ours packaged(String name, List<String> command, BenchmarkDatabase database, DevProvider provider, Map<String, String> further) throws IOException {
        int port = FreePorts.one();
        int managementPort = FreePorts.one();
        var environment = environment(port, managementPort, database, provider);
        environment.putAll(further);
        return new Ours(port, provider, ServerProcess.start(name, command, environment,
                URI.create("http://127.0.0.1:" + managementPort + "/q/health/ready")));
    }

    static Map<String, String> environment(int port, int managementPort, BenchmarkDatabase database, DevProvider provider) {
        var environment = new HashMap<>(WideLimits.environment());
        environment.putAll(Map.of("QUARKUS_HTTP_PORT", String.valueOf(port), "QUARKUS_HTTP_HOST", "0.0.0.0",
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(), "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_CLIENT_ID", "chat"));
        return environment;
    }

    record Floor(int port, ServerProcess process) implements Server {

        @Override
        public Side side() {
            return Side.FLOOR;
        }

        @Override
        public WebSocketConnectOptions door(String person, UUID conversation) {
            return new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/?user=" + person + "&conversation=" + conversation);
        }
    }

    record Ours(int port, DevProvider provider, ServerProcess process) implements Server {

        @Override
        public Side side() {
            return Side.OURS;
        }

        @Override
        public WebSocketConnectOptions door(String person, UUID conversation) {
            return new WebSocketConnectOptions().setHost("127.0.0.1").setPort(port).setURI("/ws/chat/").setSubProtocols(List.of("chat.v1", Socket.carry(token(person))));
        }

        String token(String person) {
            return provider.token(DevPerson.find(person).orElseThrow(), "chat");
        }

        URI address(String path) {
            return URI.create("http://127.0.0.1:" + port + path);
        }
    }
}
