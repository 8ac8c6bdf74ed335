package org.eplatform.chat.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstTest {

    private final List<String> done = new ArrayList<>();

    @Test
    void whatWaitsForTheEndIsDoneAfterAllWasToldAndAFailureKeepsNothingBack() {
        Burst.of(() -> {
            Burst.atEnd(() -> {
                throw new IllegalStateException("gone");
            });
            Burst.atEnd(() -> done.add("written"));
            done.add("told");
        });

        assertThat(done).containsExactly("told", "written");
    }

    @Test
    void whereNobodyTellsABurstItIsDoneAtOnce() {
        Burst.atEnd(() -> done.add("written"));

        assertThat(done).containsExactly("written");
    }
}
