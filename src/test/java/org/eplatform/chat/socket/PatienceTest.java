package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatienceTest {

    private final Patience patience = new Patience();

    @Test
    void whatWasAskedForBeforeIsGivenUpAndWhatComesAfterIsTried() {
        long before = patience.ask();
        patience.giveUp();
        long after = patience.ask();

        assertThat(patience.isOver(before)).isTrue();
        assertThat(patience.isOver(after)).isFalse();
    }
}
