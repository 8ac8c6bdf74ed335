package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.eplatform.chat.protocol.ConversationId;
import org.junit.jupiter.api.Test;

class HeadsTest {

    private final ConversationId conversation = new ConversationId(UUID.randomUUID());
    private final Heads heads = new Heads();

    @Test
    void p5WhatIsStillToBeToldHereIsNotJumpedOverByWhatAnotherReplicaChangedAfterIt() {
        heads.expect(conversation, 0);

        heads.with(conversation, 2, (head, isNew) -> {
            assertThat(head.version()).isZero();
            assertThat(isNew).isTrue();
        });
    }

    @Test
    void p5AHeadThatAnotherReplicaHasBegunGoesBackBehindWhatIsStillToBeToldHere() {
        heads.with(conversation, 2, (head, _) -> head.doubted(true));

        heads.expect(conversation, 0);

        heads.with(conversation, 3, (head, isNew) -> {
            assertThat(head.version()).isZero();
            assertThat(isNew).isFalse();
        });
    }

    @Test
    void whatWasToldIsNotExpectedAgain() {
        heads.with(conversation, 0, (head, _) -> head.advance(1));

        heads.expect(conversation, 0);

        heads.with(conversation, 1, (head, _) -> assertThat(head.version()).isEqualTo(1));
    }
}
