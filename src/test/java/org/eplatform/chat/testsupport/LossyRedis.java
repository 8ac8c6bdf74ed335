package org.eplatform.chat.testsupport;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/// A way to Redis that carries all but what is published faithfully (RESP 2 and 3): of that it drops a fifth, doubles a twentieth, and lets a twentieth
/// change places with the next.
public final class LossyRedis implements AutoCloseable {

    private static final int DROPPED = 20;
    private static final int DOUBLED = DROPPED + 5;
    private static final int LATE = DOUBLED + 5;

    private final FaultyWay way;
    private final AtomicInteger lost = new AtomicInteger();

    private LossyRedis(RedisServer redis) throws IOException {
        way = FaultyWay.to(URI.create(redis.address()), this::lose);
    }

    public static LossyRedis before(RedisServer redis) throws IOException {
        return new LossyRedis(redis);
    }

    public String address() {
        return "redis://127.0.0.1:" + way.port();
    }

    /// How many messages did not arrive so far.
    public int lost() {
        return lost.get();
    }

    private void lose(InputStream raw, OutputStream to) throws IOException {
        var from = new BufferedInputStream(raw);
        var random = new Random(20);
        byte[] late = null;
        while (true) {
            var reply = reply(from);
            int fate = isPublished(reply) ? random.nextInt(100) : 100;
            if (fate < DROPPED) {
                lost.incrementAndGet();
            } else if (fate >= DOUBLED && fate < LATE && late == null) {
                late = reply;
                continue;
            } else {
                to.write(reply);
                if (fate < DOUBLED) {
                    to.write(reply);
                }
            }
            if (late != null) {
                to.write(late);
                late = null;
            }
            to.flush();
        }
    }

    private static boolean isPublished(byte[] reply) {
        return new String(reply, 0, Math.min(40, reply.length), StandardCharsets.ISO_8859_1).contains("smessage");
    }

    /// One whole value.
    private static byte[] reply(InputStream from) throws IOException {
        var value = new ByteArrayOutputStream();
        copy(from, value);
        return value.toByteArray();
    }

    private static void copy(InputStream from, ByteArrayOutputStream to) throws IOException {
        var line = line(from);
        to.writeBytes(line);
        int size = switch (line[0]) {
            case '$', '=', '!', '*', '>', '~', '%' -> Integer.parseInt(new String(line, 1, line.length - 3, StandardCharsets.ISO_8859_1));
            default -> 0;
        };
        switch (line[0]) {
            case '$', '=', '!' -> to.writeBytes(size < 0 ? new byte[0] : from.readNBytes(size + 2));
            case '*', '>', '~' -> copies(size, from, to);
            case '%' -> copies(2 * size, from, to);
            default -> { }
        }
    }

    private static void copies(int count, InputStream from, ByteArrayOutputStream to) throws IOException {
        for (int i = 0; i < count; i++) {
            copy(from, to);
        }
    }

    /// With its end.
    private static byte[] line(InputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int last = 0, next = from.read(); ; last = next, next = from.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.write(next);
            if (last == '\r' && next == '\n') {
                return line.toByteArray();
            }
        }
    }

    @Override
    public void close() throws IOException {
        way.close();
    }
}
