package org.eplatform.chat.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The smallest service that keeps the promises, in one process and in virtual time, with crashes. With a [Bug] it breaks one of them.
final class ModelService implements Deployment, Killer {

    final Loop loop;
    final Random random;
    final Bug bug;
    final Map<String, ModelRoom> rooms = new LinkedHashMap<>();
    final Set<ModelConnection> open = new LinkedHashSet<>();
    /// What was begun before a crash is not finished after it.
    private int life;
    private boolean down;

    /// `bug` may be null.
    ModelService(Loop loop, long seed, Bug bug) {
        this.loop = loop;
        this.random = new Random(seed);
        this.bug = bug;
    }

    @Override
    public void open(String user, Listener listener) {
        loop.after(network(), () -> {
            if (down) {
                loop.soon(() -> listener.ended(0));
            } else {
                new ModelConnection(this, user, listener).welcome();
            }
        });
    }

    @Override
    public void call(String user, String path, JsonNode body, Consumer<Answer> then) {
        loop.after(network(), () -> {
            var answer = down ? new Answer(0, null) : body == null ? page(user, path) : start(user, body.path("userId").asText());
            loop.after(network(), () -> then.accept(answer));
        });
    }

    @Override
    public void kill(Consumer<String> then) {
        loop.after(Duration.ofMillis(1 + random.nextInt(10)), () -> {
            life++;
            down = true;
            List.copyOf(open).forEach(ModelConnection::crash);
            loop.after(Duration.ofMillis(1_000 + random.nextInt(2_000)), () -> {
                down = false;
                then.accept(null);
            });
        });
    }

    /// Carries this out when it is this conversation's turn, unless the service crashes before.
    void commit(ModelRoom room, Runnable change) {
        room.lockedUntil = Math.max(room.lockedUntil, loop.nanos()) + Duration.ofMillis(4 + random.nextInt(12)).toNanos();
        later(Duration.ofNanos(room.lockedUntil - loop.nanos()), change);
    }

    /// Carries this out after a while, unless the service crashes before.
    void later(Duration delay, Runnable step) {
        int begun = life;
        loop.after(delay, () -> {
            if (life == begun) {
                step.run();
            }
        });
    }

    /// Brings a change to everybody who is to know.
    void publish(ModelRoom room, JsonNode event) {
        open.stream().filter(connection -> room.people.contains(connection.user) || bug == Bug.DELIVERED_TO_STRANGERS)
                .forEach(connection -> connection.publish(event));
    }

    Stream<ModelRoom> roomsOf(String user) {
        return rooms.values().stream().filter(room -> room.people.contains(user));
    }

    Duration network() {
        return Duration.ofNanos(200_000 + random.nextInt(1_500_000));
    }

    private Answer page(String user, String path) {
        var room = rooms.get(path.split("/")[4]);
        if (room == null || !room.people.contains(user)) {
            return new Answer(404, JsonNodeFactory.instance.objectNode());
        }
        return new Answer(200, room.page(Long.parseLong(path.substring(path.lastIndexOf("after=") + 6)), 50));
    }

    private Answer start(String user, String other) {
        var people = Stream.of(user, other).sorted().toList();
        var id = String.join("+", people);
        return new Answer(200, rooms.computeIfAbsent(id, _ -> new ModelRoom(id, people)).view());
    }
}
