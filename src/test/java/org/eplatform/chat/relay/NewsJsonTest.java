package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.ConversationView;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.EphemeralEvent;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What replicas tell each other, also those of another version.
@QuarkusTest
class NewsJsonTest {

    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob {\"type\":\"ended\"}");
    private static final ConversationId CONVERSATION = new ConversationId(UUID.fromString("01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d"));
    private static final Instant NOW = Instant.parse("2026-11-26T14:01:02.345678Z");

    @Inject
    NewsJson json;

    static Stream<News> news() {
        var message = new MessageView(new MessageId(UUID.randomUUID()), CONVERSATION, 3, 7, ALICE, new ClientId("c1"), "Hello \u0001 \ud83d\ude00", null, NOW, null, null);
        var view = new ConversationView(CONVERSATION, ConversationView.Kind.DIRECT, null, List.of(), message, 3, 7, 1, NOW, NOW);
        return Stream.of(
                new News.Changed(new Committed(CONVERSATION, Set.of(ALICE, BOB), 6, List.of(new DurableEvent.MessageChanged(CONVERSATION, 7, message),
                        new DurableEvent.MarkerMoved(CONVERSATION, 8, BOB, 3, 3)), List.of())),
                new News.Added(BOB, view), new News.Writing(Set.of(BOB), new EphemeralEvent.Typing(CONVERSATION, ALICE, true)),
                new News.Moving(new EphemeralEvent.Presence(ALICE, false, NOW)), new News.Ended());
    }

    @ParameterizedTest
    @MethodSource("news")
    void whatOneReplicaTellsAnotherHears(News news) {
        assertThat(json.decode(byAnother(json.encode(news)))).contains(news);
    }

    @ParameterizedTest
    @MethodSource("news")
    void nobodyHearsThemselves(News news) {
        assertThat(json.decode(json.encode(news))).isEmpty();
    }

    @Test
    void whatANewerReplicaTellsIsPassedOver() {
        assertThat(json.decode(UUID.randomUUID() + "{\"type\":\"recalled\",\"what\":1}")).isEmpty();
        assertThat(json.decode(UUID.randomUUID() + "{\"type\":\"changed\",\"change\":{\"conversation\":\"" + CONVERSATION.value()
                + "\",\"recipients\":[\"alice\"],\"before\":1,\"events\":[{\"type\":\"reaction\",\"version\":2}],\"retold\":[]}}")).isEmpty();
        assertThat(json.decode(UUID.randomUUID() + "nonsense")).isEmpty();
        assertThat(json.decode("")).isEmpty();
        assertThat(json.decode(UUID.randomUUID() + "{\"type\":\"ended\",\"newer\":true}")).contains(new News.Ended());
    }

    @Test
    void aWakeUpIsOneFromAnotherReplicaAlone() {
        assertThat(json.isWakeUp(json.wakeUp())).isFalse();
        assertThat(json.isWakeUp(UUID.randomUUID().toString())).isTrue();
    }

    private static String byAnother(String text) {
        return UUID.randomUUID() + text.substring(36);
    }
}
