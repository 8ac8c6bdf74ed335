package org.eplatform.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u00a0", "\u200b\u2060", "\u2003\u3000"})
    void textThatAReaderWouldNotSeeIsEmpty(String text) {
        assertRefused(text, ErrorCode.EMPTY_MESSAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\ud800", "a\udc00", "\udc00\ud800", "\ud83d"})
    void textThatTheDatabaseWouldBendIsInvalid(String text) {
        assertRefused(text, ErrorCode.INVALID_TEXT);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(new MessageText("🗺".repeat(8_000)).value()).hasSize(16_000);
        assertRefused("🗺".repeat(8_001), ErrorCode.MESSAGE_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {" kept  as\nsent ", "é", "e\u0301", "مرحبا", "👩‍👩‍👧", "\u202eabc"})
    void whatIsLegibleIsKeptToTheLetter(String text) {
        assertThat(new MessageText(text).value()).isEqualTo(text);
    }

    private static void assertRefused(String text, ErrorCode code) {
        assertThatExceptionOfType(InvalidField.class).isThrownBy(() -> new MessageText(text)).extracting(InvalidField::code).isEqualTo(code);
    }
}
