package org.eplatform.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.Rows;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// Twenty people come into conversations and leave them, write, read, resume and look around at random. A model knows who is where; whatever anybody gets is
/// held against it (P11).
@QuarkusTest
class RandomWalkTest {

    private static final int PEOPLE = 20;
    private static final int CONVERSATIONS = 12;
    private static final int STEPS = Integer.getInteger("walk.steps", 10_000);
    private static final Pattern SECRET = Pattern.compile("secret-of-(\\d+)-");

    @Inject
    Rows rows;

    private enum Deed {
        JOIN(5), LEAVE(5), SEND(18), EDIT(4), DELETE(2), MARK(8), TYPE(8), OPEN(14), OPEN_AT(6), LIST(8), SYNC(16), SAY_BY_REST(4), SEARCH(3), WATCH(3);

        final int weight;

        Deed(int weight) {
            this.weight = weight;
        }
    }

    private record Step(Deed deed, int person, int conversation, int number) {}

    /// What has happened so far.
    private final List<Person> people = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();
    private final List<Set<Integer>> members = new ArrayList<>();
    /// By conversation: the messages. By conversation and version: who was there when it came to be. By conversation and person: up to which version
    /// `sync` may have told them, and how often they may have heard that somebody types.
    private final List<List<String>> messages = new ArrayList<>();
    private final Map<String, Set<Integer>> witnesses = new HashMap<>();
    private final Map<String, Long> resumed = new HashMap<>();
    private final Map<String, Integer> typed = new HashMap<>();

    @Test
    void p11TenThousandStepsLeakNothing() {
        long seed = Long.getLong("walk.seed", new Random().nextLong());
        System.out.println("walk.seed=" + seed);
        begin();

        JqwikSession.run(() -> {
            var steps = steps().generator(1_000);
            var random = new Random(seed);
            for (int i = 0; i < STEPS; i++) {
                var step = steps.next(random).value();
                try {
                    carryOut(step);
                } catch (AssertionError leak) {
                    throw new AssertionError("walk.seed=" + seed + ", step " + i + ": " + step, leak);
                }
            }
        });

        sockets.forEach(Socket::settle);
        IntStream.range(0, PEOPLE).forEach(this::assertHeardOnlyOwn);
        sockets.forEach(Socket::close);
    }

    private static Arbitrary<Step> steps() {
        @SuppressWarnings("unchecked")
        Tuple.Tuple2<Integer, Deed>[] deeds = java.util.Arrays.stream(Deed.values()).map(deed -> Tuple.of(deed.weight, deed)).toArray(Tuple.Tuple2[]::new);
        return Combinators.combine(Arbitraries.frequency(deeds), Arbitraries.integers().between(0, PEOPLE - 1).withDistribution(net.jqwik.api.RandomDistribution.uniform()),
                Arbitraries.integers().between(0, CONVERSATIONS - 1).withDistribution(net.jqwik.api.RandomDistribution.uniform()), Arbitraries.integers().between(0, 1_000)).as(Step::new);
    }

    private void begin() {
        for (int i = 0; i < PEOPLE; i++) {
            people.add(Person.someone("walker"));
            sockets.add(Socket.of(people.get(i)));
        }
        for (int i = 0; i < CONVERSATIONS; i++) {
            var id = UUID.randomUUID().toString();
            rows.change("insert into conversation (id, kind) values (cast(?1 as uuid), 'direct')", id);
            conversations.add(id);
            members.add(new HashSet<>());
            messages.add(new ArrayList<>());
            for (int who = i; who < PEOPLE; who += 3) {
                join(who, i);
            }
        }
    }

    private void join(int who, int where) {
        rows.change("""
                insert into participant (conversation_id, user_id) values (cast(?1 as uuid), ?2)
                on conflict (conversation_id, user_id) do update set left_seq = null""", conversations.get(where), people.get(who).id());
        members.get(where).add(who);
    }

    private void carryOut(Step step) {
        int who = step.person;
        int where = step.conversation;
        var id = conversations.get(where);
        boolean isIn = members.get(where).contains(who);
        var messageId = messages.get(where).isEmpty() ? UUID.randomUUID().toString() : messages.get(where).get(step.number % messages.get(where).size());
        switch (step.deed) {
            case JOIN -> join(who, where);
            case LEAVE -> {
                // One of those who are in it: most others would have nothing to leave.
                var leaver = members.get(where).stream().sorted().skip(step.number % Math.max(1, members.get(where).size())).findFirst().orElse(who);
                rows.change("update participant set left_seq = 0 where conversation_id = cast(?1 as uuid) and user_id = ?2", id, people.get(leaver).id());
                members.get(where).remove(leaver);
            }
            case SEND -> {
                var answer = ask(who, Map.of("type", "message.send", "conversationId", id, "clientId", UUID.randomUUID().toString(), "body", secret(where)));
                assertDone(isIn, where, answer);
                if (isIn) {
                    messages.get(where).add(answer.path("messageId").asText());
                }
            }
            case EDIT -> assertChange(isIn, where, ask(who, Map.of("type", "message.edit", "conversationId", id, "messageId", messageId, "body", secret(where))));
            case DELETE -> assertChange(isIn, where, ask(who, Map.of("type", "message.delete", "conversationId", id, "messageId", messageId, "scope", "all")));
            case MARK -> {
                var answer = ask(who, Map.of("type", "marker.set", "conversationId", id, "readSeq", step.number % (messages.get(where).size() + 1)));
                if (isIn) {
                    assertThat(answer.path("type").asText()).isEqualTo("ack");
                    witness(where);
                } else {
                    assertRefused(answer);
                }
            }
            case TYPE -> {
                var answer = ask(who, Map.of("type", "typing", "conversationId", id, "active", true));
                if (isIn) {
                    assertThat(answer.path("type").asText()).isEqualTo("ack");
                    members.get(where).stream().filter(other -> other != who).forEach(other -> typed.merge(where + " " + other, 1, Integer::sum));
                } else {
                    assertRefused(answer);
                }
            }
            case OPEN -> assertOpened(isIn, who, where, "");
            case OPEN_AT -> assertOpened(isIn, who, where, "?around=" + (1 + step.number));
            case LIST -> assertShowsOnlyOwn(who, people.get(who).get("/api/chat/conversations/?limit=200").then().statusCode(200).extract().asString());
            case SYNC -> assertSynced(who, where, step.number);
            case SAY_BY_REST -> {
                var answer = people.get(who).say(id, secret(where));
                assertThat(answer.statusCode()).isEqualTo(isIn ? 201 : 404);
                if (isIn) {
                    messages.get(where).add(answer.path("id"));
                    witness(where);
                }
            }
            case SEARCH -> assertShowsNothing(people.get(who).get("/api/chat/users/?q=secret").asString());
            case WATCH -> ask(who, Map.of("type", "presence.watch", "userIds", List.of(people.get(where).id())));
        }
    }

    private static String secret(int where) {
        return "secret-of-" + where + "-" + UUID.randomUUID();
    }

    private JsonNode ask(int who, Map<String, Object> command) {
        var id = UUID.randomUUID().toString();
        var withId = new HashMap<>(command);
        withId.put("id", id);
        sockets.get(who).say(withId);
        return sockets.get(who).answerTo(id);
    }

    private void assertDone(boolean isIn, int where, JsonNode answer) {
        if (isIn) {
            assertThat(answer.path("type").asText()).isEqualTo("ack");
            witness(where);
        } else {
            assertRefused(answer);
        }
    }

    /// Only the author may, and only in there; in both cases it may be somebody who has left.
    private void assertChange(boolean isIn, int where, JsonNode answer) {
        if (!isIn) {
            assertRefused(answer);
        } else if (answer.path("type").asText().equals("ack")) {
            witness(where);
        } else {
            assertThat(answer.path("code").asText()).isIn("forbidden", "message_not_found");
        }
    }

    private static void assertRefused(JsonNode answer) {
        assertThat(answer.path("code").asText()).isEqualTo("conversation_not_found");
    }

    /// All that has come to be in this conversation and was not known yet was seen by those who are in it now: nobody else did anything since.
    private void witness(int where) {
        for (long v = version(where); v > 0 && witnesses.putIfAbsent(where + " " + v, Set.copyOf(members.get(where))) == null; v--) {
            // until a version that was there before
        }
    }

    private long version(int where) {
        return rows.count("select version from conversation where id = cast(?1 as uuid)", conversations.get(where));
    }

    private void assertOpened(boolean isIn, int who, int where, String query) {
        var answer = people.get(who).get("/api/chat/conversations/" + conversations.get(where) + "/" + query);
        assertThat(answer.statusCode()).isEqualTo(isIn ? 200 : 404);
        assertShowsOnlyOwn(who, answer.asString());
    }

    private void assertSynced(int who, int where, int cursor) {
        int heard = sockets.get(who).frames().size();
        if (members.get(where).contains(who)) {
            resumed.merge(where + " " + who, version(where), Long::max);
        }
        var answer = ask(who, Map.of("type", "sync", "cursors", Map.of(conversations.get(where), cursor % 50)));
        assertThat(answer.path("type").asText()).isEqualTo("synced");
        if (!members.get(where).contains(who)) {
            assertThat(answer.path("reset").toString()).contains(conversations.get(where));
        }
        // Events with a version are judged in the end.
        sockets.get(who).frames().stream().skip(heard).filter(frame -> frame.path("type").asText().equals("conversation"))
                .forEach(frame -> assertShowsOnlyOwn(who, frame.toString()));
    }

    private void assertShowsOnlyOwn(int who, String text) {
        var found = SECRET.matcher(text);
        while (found.find()) {
            assertThat(members.get(Integer.parseInt(found.group(1)))).as("the members of what %d was shown", who).contains(who);
        }
        IntStream.range(0, CONVERSATIONS).filter(where -> !members.get(where).contains(who))
                .forEach(where -> assertThat(text).doesNotContain(conversations.get(where)));
    }

    private static void assertShowsNothing(String text) {
        assertThat(SECRET.matcher(text).find()).isFalse();
    }

    /// Each durable event came to be while the person was there, or they asked for it when they were; typing was told no more often than it was done.
    private void assertHeardOnlyOwn(int who) {
        var heardTyping = new HashMap<Integer, Integer>();
        for (var frame : sockets.get(who).frames()) {
            int where = conversations.indexOf(frame.path("conversationId").asText());
            switch (frame.path("type").asText()) {
                case "message", "marker" -> assertThat(mayKnow(who, where, frame.path("version").asLong())).as("%d heard %s", who, frame).isTrue();
                case "typing" -> heardTyping.merge(where, 1, Integer::sum);
                default -> { }
            }
        }
        heardTyping.forEach((where, count) -> assertThat(count).as("typing in %d heard by %d", where, who).isLessThanOrEqualTo(typed.getOrDefault(where + " " + who, 0)));
    }

    private boolean mayKnow(int who, int where, long version) {
        return witnesses.getOrDefault(where + " " + version, Set.of()).contains(who) || version <= resumed.getOrDefault(where + " " + who, 0L);
    }
}
