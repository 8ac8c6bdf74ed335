package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eplatform.chat.dev.DevDatabase;
import org.eplatform.chat.dev.DevPerson;
import org.eplatform.chat.dev.DevProvider;

/// The service as it is shipped: the packaged artifact as a process of its own in production mode, configured by environment variables alone.
public final class PackagedService implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    /// `-Dchat.artifact=` names another one, such as a native executable.
    public static final Path ARTIFACT = Path.of(System.getProperty("chat.artifact", "target/quarkus-app/quarkus-run.jar"));

    /// Some hundred processes are started in one run of all tests, each for a short life: they share what the first one has read of its classes, and do not optimise
    /// what runs a few times.
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=target/packaged-service.jsa", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final DevDatabase database;
    private final DevProvider provider;
    private final Map<String, String> environment;
    private final int port;
    private final int managementPort;
    /// Of this one alone: its port may have been another one's before.
    private final Path logFile;
    private Process process;

    private PackagedService(DevDatabase database, DevProvider provider, Map<String, String> environment) throws IOException {
        this.database = database;
        this.provider = provider;
        this.environment = environment;
        port = FreePorts.one();
        managementPort = FreePorts.one();
        logFile = Path.of("target", "packaged-service-%d-%s.log".formatted(port, UUID.randomUUID()));
    }

    /// Prepares it beside what it shares with others, and does not end with itself.
    static PackagedService among(DevDatabase database, DevProvider provider, Map<String, String> environment) throws IOException {
        return new PackagedService(database, provider, environment);
    }

    /// Starts it beside a database and a login provider of its own, and waits until it is ready.
    public static PackagedService start() throws IOException {
        var service = beside(DevDatabase.empty(), Map.of());
        try {
            service.startProcess();
            return service;
        } catch (RuntimeException | Error e) {
            service.process.destroyForcibly();
            throw e;
        }
    }

    /// Prepares it beside this database, which it closes with itself, with these environment variables on top.
    public static PackagedService beside(DevDatabase database, Map<String, String> environment) throws IOException {
        return new PackagedService(database, DevProvider.start(0), environment);
    }

    public void startProcess() throws IOException {
        startProcess("/q/health/ready");
    }

    /// Waits until this probe is up.
    public void startProcess(String probe) throws IOException {
        run(Map.of());
        Awaitility.await("the service to be ready").atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(100))
                .failFast("the process has ended, see " + logFile, () -> !process.isAlive())
                .untilAsserted(() -> assertThat(status(probe)).isEqualTo(200));
    }

    /// How a process ended by itself, and all that it wrote.
    public record Ended(int exitCode, String output) {}

    public Ended runToItsEnd() throws IOException, InterruptedException {
        return runToItsEnd(Map.of());
    }

    /// With these environment variables on top, this once, and these arguments.
    public Ended runToItsEnd(Map<String, String> once, String... arguments) throws IOException, InterruptedException {
        int before = Files.exists(logFile) ? log().length() : 0;
        run(once, arguments);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the service ends by itself").isTrue();
        return new Ended(process.exitValue(), log().substring(before));
    }

    /// All that it wrote so far.
    public String log() throws IOException {
        return Files.readString(logFile);
    }

    private void run(Map<String, String> once, String... arguments) throws IOException {
        var command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()));
        builder.environment().putAll(Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(port), "QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(), "QUARKUS_DATASOURCE_USERNAME", "postgres", "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(), "QUARKUS_OIDC_CLIENT_ID", "chat",
                "CHAT_PAGE_IMAGE_SOURCES", provider.issuer(),
                // Who leaves is offline at once; the tests of several replicas set another one.
                "CHAT_PRESENCE_GRACE", "0S"));
        builder.environment().putAll(WideLimits.environment());
        builder.environment().putAll(environment);
        builder.environment().putAll(once);
        // Said empty is not said.
        builder.environment().values().removeIf(String::isEmpty);
        process = builder.start();
    }

    /// What starts the artifact; arguments may follow.
    public static List<String> command() {
        return ARTIFACT.toString().endsWith(".jar")
                ? Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"), Stream.concat(QUICK_START.stream(), Stream.of("-jar", ARTIFACT.toString()))).toList()
                : List.of(ARTIFACT.toString(), "-Xmx512m");
    }

    /// Ends it as a power cut would: nothing of it runs any more when this returns.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    /// Health and metrics have a port of their own.
    public URI address(String path) {
        return path.startsWith("/q/") ? URI.create("http://localhost:" + managementPort + path) : publicAddress(path);
    }

    public URI publicAddress(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    public URI socketAddress() {
        return URI.create("ws://localhost:" + port + "/ws/chat/");
    }

    public long pid() {
        return process.pid();
    }

    public Path artifact() {
        return ARTIFACT;
    }

    /// The login provider's address.
    public String issuer() {
        return provider.issuer();
    }

    public String token(String user) {
        return tokenFor(user, "chat");
    }

    /// A good token, made out to this client of the provider.
    public String tokenFor(String user, String client) {
        return provider.token(DevPerson.find(user).orElseThrow(), client);
    }

    public HttpResponse<String> get(String path, String token) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token));
    }

    public HttpResponse<String> post(String path, String token, String json) {
        return send(HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /// A conversation of these two, whom the chat knows from here on.
    public String conversation(String one, String other) {
        get("/api/chat/conversations/", token(other));
        return JsonPath.from(post("/api/chat/conversations/start_conversation/", token(one), "{\"userId\":\"" + other + "\"}").body()).getString("id");
    }

    /// What its metrics say; the first of several with other labels.
    public double number(String name) {
        var metrics = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? ([0-9.E]+)$").matcher(get("/q/metrics", "").body());
        if (!metrics.find()) {
            throw new AssertionError("There is no metric " + name);
        }
        return Double.parseDouble(metrics.group(1));
    }

    public int status(String path) {
        return send(HttpRequest.newBuilder(address(path))).statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        var asked = request.timeout(Duration.ofSeconds(10)).build();
        try {
            return HTTP.send(asked, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer of %s, %s".formatted(asked.uri(), e), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isStarted() {
        return process != null;
    }

    /// Asks it to end (SIGTERM), and sees that it does.
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop();
        provider.close();
        database.close();
    }
}
