package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Ports that nobody listens at now, each another one: the system gives the same one again about once in some thousand times, and a service that was given another
/// one's port takes the answers of that one for its own.
public final class FreePorts {

    private static final int TRIES = 100;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private FreePorts() {}

    public static int one() throws IOException {
        for (int i = 0; i < TRIES; i++) {
            try (var socket = new ServerSocket(0)) {
                if (GIVEN.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            }
        }
        throw new IOException("No port is left that was not given before");
    }
}
