package org.eplatform.chat.testsupport;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// A real Redis, of the machine's package, as a child of this process. It keeps nothing.
public final class RedisServer implements AutoCloseable {

    private final int port = FreePorts.one();
    private final List<String> options;
    private Process process;

    private RedisServer(List<String> options) throws IOException {
        this.options = options;
    }

    public static RedisServer start() throws IOException {
        return start("--port");
    }

    /// With the option that takes its port, and further ones.
    static RedisServer start(String portOption, String... further) throws IOException {
        var server = new RedisServer(Stream.concat(Stream.of(portOption), Stream.of(further)).toList());
        server.startProcess();
        return server;
    }

    /// Also after a kill, on the same port.
    public void startProcess() throws IOException {
        var command = new ArrayList<>(List.of(binary(), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", options.getFirst(), "" + port));
        command.addAll(options.subList(1, options.size()));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Awaitility.await("Redis").atMost(Duration.ofSeconds(20)).until(this::answers);
    }

    private static String binary() throws IOException {
        return Stream.of("redis-server", "valkey-server")
                .filter(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .findFirst().orElseThrow(() -> new IOException("Install Redis 7 or Valkey, such as by apt-get install redis-server: it is needed on the path"));
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public String address() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
