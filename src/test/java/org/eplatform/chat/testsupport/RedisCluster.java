package org.eplatform.chat.testsupport;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/// A real Redis Cluster of three nodes, each with a third of the slots.
public final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final int SLOTS = 16_384;

    private record Node(RedisServer server, int busPort) {}

    private final List<Node> nodes = new ArrayList<>();

    private RedisCluster() {}

    public static RedisCluster start() throws IOException {
        var cluster = new RedisCluster();
        for (int i = 0; i < NODES; i++) {
            cluster.add();
        }
        var first = cluster.nodes.getFirst();
        for (int i = 0; i < NODES; i++) {
            cluster.command(i, "CLUSTER ADDSLOTSRANGE %d %d".formatted(i * SLOTS / NODES, (i + 1) * SLOTS / NODES - 1));
            cluster.command(i, "CLUSTER MEET 127.0.0.1 %d %d".formatted(first.server.port(), first.busPort));
        }
        Awaitility.await("the cluster").atMost(Duration.ofSeconds(30)).until(cluster::isWhole);
        return cluster;
    }

    private void add() throws IOException {
        int busPort = FreePorts.one();
        nodes.add(new Node(RedisServer.start("--port", "--cluster-enabled", "yes", "--cluster-port", "" + busPort, "--dir", Files.createTempDirectory(Path.of("target"), "redis").toString()), busPort));
    }

    private boolean isWhole() throws IOException {
        for (int i = 0; i < NODES; i++) {
            var state = command(i, "CLUSTER INFO");
            if (!state.contains("cluster_state:ok") || !state.contains("cluster_known_nodes:" + NODES)) {
                return false;
            }
        }
        return true;
    }

    /// As one line, to one node; all that comes back until it ends the connection, as it is asked to.
    private String command(int node, String line) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), nodes.get(node).server.port())) {
            socket.getOutputStream().write((line + "\r\nQUIT\r\n").getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).lines().collect(Collectors.joining("\n"));
        }
    }

    /// Of all nodes, comma-separated.
    public String addresses() {
        return nodes.stream().map(node -> node.server.address()).collect(Collectors.joining(","));
    }

    @Override
    public void close() throws InterruptedException {
        for (var node : nodes) {
            node.server.close();
        }
    }
}
