package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.net.ServerSocket;

/// Ports that nobody listens at now, all different: asked for one after the other, the system gives the same one again about once in some thousand times.
public final class FreePorts {

    private FreePorts() {}

    public static int one() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public record Two(int first, int second) {}

    public static Two two() throws IOException {
        try (var first = new ServerSocket(0); var second = new ServerSocket(0)) {
            return new Two(first.getLocalPort(), second.getLocalPort());
        }
    }
}
