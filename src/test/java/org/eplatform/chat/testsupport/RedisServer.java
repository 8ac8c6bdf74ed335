package org.eplatform.chat.testsupport;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /// The channels of sharded publish and subscribe that somebody follows.
    public Set<String> channels() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write("PUBSUB SHARDCHANNELS\r\n".getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            // How many, and for each a line with its length and one with its name (RESP2).
            int count = Integer.parseInt(answer.readLine().substring(1));
            var channels = new HashSet<String>();
            for (int i = 0; i < count; i++) {
                answer.readLine();
                channels.add(answer.readLine());
            }
            return channels;
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
