package org.eplatform.chat.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class FreePortsTest {

    @Test
    void noneIsGivenTwice() throws IOException {
        var given = new ArrayList<Integer>();
        for (int i = 0; i < 3_000; i++) {
            given.add(FreePorts.one());
        }

        assertThat(given).doesNotHaveDuplicates();
    }
}
