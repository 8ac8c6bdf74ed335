package org.eplatform.chat.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/// A way to a server over TCP that can be slow, stand still, or break. Where each connection leads is asked for when it comes.
public final class FaultyWay implements AutoCloseable {

    /// What becomes of the bytes of one direction of one connection.
    @FunctionalInterface
    public interface Carrying {

        Carrying FAITHFUL = InputStream::transferTo;

        void carry(InputStream from, OutputStream to) throws IOException;
    }

    private final ServerSocket server = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
    private final Supplier<URI> upstream;
    private final Carrying back;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile Duration delay = Duration.ZERO;
    private boolean still;

    private FaultyWay(Supplier<URI> upstream, Carrying back) throws IOException {
        this.upstream = upstream;
        this.back = back;
        Thread.ofVirtual().start(this::accept);
    }

    /// To whichever address this names at the time; a connection for which it names none (null) is broken off.
    public static FaultyWay to(Supplier<URI> upstream) throws IOException {
        return new FaultyWay(upstream, Carrying.FAITHFUL);
    }

    /// What comes back passes through `back`.
    public static FaultyWay to(URI upstream, Carrying back) throws IOException {
        return new FaultyWay(() -> upstream, back);
    }

    public int port() {
        return server.getLocalPort();
    }

    /// Each piece takes so much longer, in both directions, and what follows it waits behind it.
    public void delay(Duration each) {
        delay = each;
    }

    /// Nothing passes any more, and nobody is told.
    public void standStill() {
        synchronized (gate) {
            still = true;
        }
    }

    /// What waited goes on.
    public void goOn() {
        synchronized (gate) {
            still = false;
            gate.notifyAll();
        }
    }

    /// Ends all connections with a reset, as a router does that has forgotten them. New ones are taken.
    public void reset() {
        open.forEach(FaultyWay::reset);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // With the other end of its connection, which came before it.
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            }
        } catch (IOException closed) {
            // That is how it ends.
        }
    }

    private void connect(Socket client) {
        var to = upstream.get();
        try {
            if (to == null) {
                client.close();
                return;
            }
            var server = new Socket(to.getHost(), to.getPort());
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> pass(client, server, Carrying.FAITHFUL));
            pass(server, client, back);
        } catch (IOException unreachable) {
            closeQuietly(client);
        }
    }

    private void pass(Socket from, Socket to, Carrying carrying) {
        try (from; to) {
            carrying.carry(from.getInputStream(), new Gated(to.getOutputStream()));
        } catch (IOException closed) {
            // By one of the sides.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // Then it is.
        }
    }

    /// Waits for what the way is told to do.
    private final class Gated extends OutputStream {

        private final OutputStream to;

        Gated(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            LockSupport.parkNanos(delay.toNanos());
            awaitGoing();
            to.write(bytes, start, length);
        }

        private void awaitGoing() throws IOException {
            synchronized (gate) {
                while (still) {
                    try {
                        gate.wait();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        goOn();
        for (var socket : open) {
            socket.close();
        }
    }
}
