package org.eplatform.chat.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/// Many connections to one server. The first that fails fails the measurement.
final class Crowd implements AutoCloseable {

    private static final int HANDSHAKES_AT_ONCE = 64;
    private static final Duration WELCOME_LIMIT = Duration.ofSeconds(10);
    private static final Duration OPEN_LIMIT = Duration.ofMinutes(3);
    /// Connections from one source address; there are about 28,000 ports for each.
    private static final int PER_ADDRESS = 5_000;

    private static final AtomicInteger CROWDS = new AtomicInteger();

    /// How every client id of this crowd begins, as it stands in a frame: the service knows client ids for ever.
    private final String mark = "\"clientId\":\"c" + CROWDS.incrementAndGet() + "-";
    private final Vertx vertx;
    private final int firstPerson;
    private final List<WebSocketClient> doors = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final AtomicReference<String> failure = new AtomicReference<>();
    private volatile Listener listener = Listener.NOBODY;

    Crowd(Vertx vertx) {
        this(vertx, 0);
    }

    /// Its clients are this person and those that follow.
    Crowd(Vertx vertx, int firstPerson) {
        this.vertx = vertx;
        this.firstPerson = firstPerson;
    }

    /// Adds people until there are this many, and returns when each has had its welcome.
    void growTo(int size, Server server, IntFunction<UUID> conversationOf) {
        growTo(size, _ -> server, conversationOf);
    }

    /// The same, each at a server of their own.
    void growTo(int size, IntFunction<Server> serverOf, IntFunction<UUID> conversationOf) {
        var gate = new Semaphore(HANDSHAKES_AT_ONCE);
        var opened = new AtomicReferenceArray<Client>(size);
        int first = clients.size();
        var deadline = System.nanoTime() + OPEN_LIMIT.toNanos();
        for (int i = first; i < size; i++) {
            enter(gate, deadline);
            int index = i;
            open(index, serverOf.apply(i), conversationOf.apply(i), client -> {
                opened.set(index, client);
                gate.release();
            });
        }
        for (int i = 0; i < HANDSHAKES_AT_ONCE; i++) {
            enter(gate, deadline);
        }
        for (int i = first; i < size; i++) {
            clients.add(opened.get(i));
        }
    }

    /// Now and then this client's library loses the first frame of a connection: TCP's counters say that it was received. Then it is opened anew.
    private void open(int index, Server server, UUID conversation, Consumer<Client> welcomed) {
        var socket = door(index).webSocket();
        long retry = vertx.setTimer(WELCOME_LIMIT.toMillis(), _ -> {
            socket.closeHandler(null);
            socket.close();
            open(index, server, conversation, welcomed);
        });
        socket.closeHandler(_ -> fail("connection " + index + " was closed with " + socket.closeStatusCode() + " instead of welcomed"));
        socket.textMessageHandler(_ -> {
            if (vertx.cancelTimer(retry)) {
                welcomed.accept(new Client(this, index, socket, conversation));
            }
        });
        socket.connect(server.door(Seed.person(firstPerson + index), conversation)).onFailure(refused -> fail("connection " + index + ": " + refused));
    }

    String mark() {
        return mark;
    }

    List<Client> clients() {
        return clients;
    }

    Listener listener() {
        return listener;
    }

    void listener(Listener next) {
        listener = next;
    }

    void fail(String reason) {
        failure.compareAndSet(null, reason);
    }

    void later(long millis, Runnable work) {
        vertx.setTimer(millis, _ -> work.run());
    }

    /// Waits this long, less if a connection fails.
    void watch(Duration duration) {
        Pause.until(() -> failure.get() != null, duration);
        check();
    }

    void check() {
        if (failure.get() != null) {
            throw new BenchmarkFailure(failure.get());
        }
    }

    private void enter(Semaphore gate, long deadline) {
        try {
            while (!gate.tryAcquire(100, TimeUnit.MILLISECONDS)) {
                check();
                if (System.nanoTime() > deadline) {
                    throw new BenchmarkFailure("the connections were not open within " + OPEN_LIMIT);
                }
            }
        } catch (InterruptedException e) {
            throw new BenchmarkFailure("interrupted", e);
        }
    }

    private synchronized WebSocketClient door(int index) {
        int number = index / PER_ADDRESS;
        while (doors.size() <= number) {
            doors.add(vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(PER_ADDRESS).setLocalAddress("127.0.0." + (doors.size() + 1))));
        }
        return doors.get(number);
    }

    @Override
    public void close() {
        listener = Listener.NOBODY;
        clients.forEach(Client::close);
        clients.clear();
        doors.forEach(WebSocketClient::close);
        doors.clear();
    }
}
