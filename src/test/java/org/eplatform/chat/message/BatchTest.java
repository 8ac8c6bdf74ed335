package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eplatform.chat.error.ChatException;
import org.eplatform.chat.message.Outcome.Changed;
import org.eplatform.chat.message.Outcome.Marked;
import org.eplatform.chat.message.Outcome.Refused;
import org.eplatform.chat.message.Outcome.Stored;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.DurableEvent;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.Test;

/// What a batch decides, without a database: ten messages stand, the conversation is at version 20.
class BatchTest {

    private static final ConversationId CONVERSATION = new ConversationId(UUID.randomUUID());
    private static final UserId ALICE = new UserId("alice");
    private static final UserId BOB = new UserId("bob");
    private static final UserId STRANGER = new UserId("mallory");
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Loaded loaded = new Loaded(NOW);
    private final Locked conversation = new Locked(CONVERSATION, 10, 20);

    BatchTest() {
        loaded.conversations.put(CONVERSATION, conversation);
        conversation.members.put(ALICE, new Locked.Member(ALICE, 8, 10, 18));
        conversation.members.put(BOB, new Locked.Member(BOB, 10, 10, 20));
    }

    @Test
    void p3MessagesOfOneBatchGetOneOrderWithoutHoles() {
        var outcomes = decide(send(ALICE, "a"), send(BOB, "b"), send(ALICE, "c"));

        assertThat(outcomes).extracting(outcome -> ((Stored) outcome).message().seq()).containsExactly(11L, 12L, 13L);
        assertThat(versions()).containsExactly(21L, 22L, 23L);
    }

    @Test
    void p2OneClientIdManyTimesInOneBatchIsOneMessage() {
        var outcomes = decide(IntStream.range(0, 5).mapToObj(_ -> send(ALICE, "same")).toArray(Write[]::new));

        assertThat(outcomes).extracting(outcome -> ((Stored) outcome).message().seq()).containsOnly(11L);
        assertThat(outcomes).extracting(outcome -> ((Stored) outcome).duplicate()).containsExactly(false, true, true, true, true);
        assertThat(versions()).containsExactly(21L);
    }

    @Test
    void aStoredMessageIsFoundWithoutAChange() {
        loaded.keep(stored(4, BOB, "old"));

        var outcome = (Stored) decide(send(BOB, "old")).getFirst();

        assertThat(outcome.duplicate()).isTrue();
        assertThat(outcome.message().seq()).isEqualTo(4);
        assertThat(conversation.hasNews()).isFalse();
    }

    @Test
    void whatMayNeverHaveBeenToldIsToldWhenItIsSentAgain() {
        loaded.keep(stored(4, BOB, "old"));

        new Batch(loaded, true).decide(List.of(send(BOB, "old")));

        assertThat(conversation.changed()).isFalse();
        assertThat(conversation.committed().retold()).extracting(DurableEvent::version).containsExactly(14L);
    }

    @Test
    void whatThisVeryBatchHadStoredBeforeIsNoDuplicate() {
        var send = send(ALICE, "ambiguous");
        loaded.keep(new MessageView(send.id(), CONVERSATION, 10, 20, ALICE, send.clientId(), "text", null, NOW, null, null));

        var outcome = (Stored) new Batch(loaded, true).decide(List.of(send)).getFirst();

        assertThat(outcome.duplicate()).isFalse();
        assertThat(outcome.message().seq()).isEqualTo(10);
    }

    @Test
    void sendingCountsAsHavingReadWithoutAChangeOfItsOwn() {
        decide(send(ALICE, "a"));

        assertThat(conversation.members.get(ALICE).readSeq).isEqualTo(11);
        assertThat(conversation.members.get(ALICE).version).isEqualTo(21);
        assertThat(conversation.committed().events()).singleElement().isInstanceOf(DurableEvent.MessageChanged.class);
    }

    @Test
    void p6MarkersOfOnePersonInOneBatchAreOneChangeAndOnlyRise() {
        var outcomes = decide(mark(ALICE, 9, 0), mark(ALICE, 3, 10), mark(ALICE, 10, 0), mark(ALICE, 1, 1));

        assertThat(outcomes).allMatch(Marked.class::isInstance);
        assertThat(conversation.committed().events()).containsExactly(new DurableEvent.MarkerMoved(CONVERSATION, 21, ALICE, 10, 10));
    }

    @Test
    void aMarkerThatStandsThereAlreadyChangesNothing() {
        var outcomes = decide(mark(BOB, 10, 10));

        assertThat(outcomes).containsExactly(new Marked());
        assertThat(conversation.hasNews()).isFalse();
    }

    @Test
    void aMarkerBeyondTheLastMessageIsRefused() {
        var outcomes = decide(mark(ALICE, 11, 0));

        assertThat(code(outcomes.getFirst())).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(conversation.hasNews()).isFalse();
    }

    @Test
    void aBatchThatMayHaveBeenCommittedTellsItsMarkersAgain() {
        new Batch(loaded, true).decide(List.of(mark(BOB, 10, 10)));

        assertThat(conversation.committed().retold()).containsExactly(new DurableEvent.MarkerMoved(CONVERSATION, 20, BOB, 10, 10));
    }

    @Test
    void whoIsNotInItChangesNothingAndTheOthersAreNotHeldUp() {
        var outcomes = decide(send(STRANGER, "x"), mark(STRANGER, 1, 1), send(ALICE, "a"));

        assertThat(code(outcomes.get(0))).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(code(outcomes.get(1))).isEqualTo(ErrorCode.CONVERSATION_NOT_FOUND);
        assertThat(((Stored) outcomes.get(2)).message().seq()).isEqualTo(11);
    }

    @Test
    void anEditIsTheNextVersionOfTheMessageAtItsPlace() {
        var message = stored(4, ALICE, "m");
        loaded.keep(message);

        var outcome = (Changed) decide(new Write.Edit(CONVERSATION, ALICE, message.id(), new MessageText("better"))).getFirst();

        assertThat(outcome.message().body()).isEqualTo("better");
        assertThat(outcome.message().seq()).isEqualTo(4);
        assertThat(outcome.message().version()).isEqualTo(21);
        assertThat(outcome.message().editedAt()).isEqualTo(NOW);
    }

    @Test
    void aDeletedMessageKeepsItsPlaceWithoutItsTextAndCannotBeEdited() {
        var message = stored(4, ALICE, "m");
        loaded.keep(message);

        var outcomes = decide(new Write.Delete(CONVERSATION, ALICE, message.id()), new Write.Edit(CONVERSATION, ALICE, message.id(), new MessageText("again")));

        assertThat(((Changed) outcomes.getFirst()).message().body()).isEmpty();
        assertThat(((Changed) outcomes.getFirst()).message().deletedAt()).isEqualTo(NOW);
        assertThat(code(outcomes.getLast())).isEqualTo(ErrorCode.MESSAGE_NOT_FOUND);
    }

    @Test
    void anotherOnesMessageIsNotChanged() {
        var message = stored(4, BOB, "m");
        loaded.keep(message);

        var outcomes = decide(new Write.Edit(CONVERSATION, ALICE, message.id(), new MessageText("mine")), new Write.Delete(CONVERSATION, ALICE, message.id()));

        assertThat(outcomes).extracting(BatchTest::code).containsOnly(ErrorCode.FORBIDDEN);
        assertThat(conversation.hasNews()).isFalse();
    }

    private List<Outcome> decide(Write... writes) {
        return new Batch(loaded, false).decide(List.of(writes));
    }

    private List<Long> versions() {
        return conversation.committed().events().stream().map(DurableEvent::version).toList();
    }

    private static Write.Send send(UserId author, String clientId) {
        return new Write.Send(CONVERSATION, author, new ClientId(clientId), new MessageText("text"), null);
    }

    private static Write.Mark mark(UserId author, long read, long delivered) {
        return new Write.Mark(CONVERSATION, author, read, delivered);
    }

    private static MessageView stored(long seq, UserId sender, String clientId) {
        return new MessageView(new MessageId(UUID.randomUUID()), CONVERSATION, seq, 10 + seq, sender, new ClientId(clientId), "text", null, NOW, null, null);
    }

    private static ErrorCode code(Outcome outcome) {
        return switch (((Refused) outcome).reason()) {
            case ChatException e -> e.code();
            case org.eplatform.chat.protocol.InvalidField e -> e.code();
            case RuntimeException e -> throw e;
        };
    }
}
