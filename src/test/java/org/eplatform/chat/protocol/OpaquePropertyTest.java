package org.eplatform.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// List cursors come back from the client, so they are input like any other.
class OpaquePropertyTest {

    @Property
    void whatWasPackedIsUnpacked(@ForAll("keys") String first, @ForAll("keys") String second) {
        assertThat(Opaque.unpack("after", Opaque.pack(first, second), 2)).isEqualTo(List.of(first, second));
    }

    @Property
    void aCursorWithAnotherNumberOfKeysIsRefused(@ForAll("keys") String first, @ForAll("keys") String second) {
        assertThat(refusal(Opaque.pack(first, second), 3)).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(refusal(Opaque.pack(first), 2)).isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Property
    void anyTextIsTwoWellFormedKeysOrInvalid(@ForAll String cursor) {
        assertTwoKeysOrInvalid(cursor);
    }

    @Property
    void anyBytesAreTwoWellFormedKeysOrInvalid(@ForAll byte[] bytes) {
        assertTwoKeysOrInvalid(Base64.getUrlEncoder().encodeToString(bytes));
    }

    /// The longest name and the longest id that the database holds, in the longest characters.
    @Property(tries = 1)
    void theLongestKeysFitIntoACursor() {
        var longest = "\uffff".repeat(UserId.MAX_LENGTH);

        assertThat(Opaque.unpack("after", Opaque.pack(longest, longest), 2)).isEqualTo(List.of(longest, longest));
    }

    /// Keys as the database holds them: without U+0000.
    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.strings().withCharRange('\u0001', '\ud7ff').withCharRange('\ue000', '\uffff').withChars('\u001f').ofMaxLength(100);
    }

    private static void assertTwoKeysOrInvalid(String cursor) {
        var code = refusal(cursor, 2);
        assertThat(code == null || code == ErrorCode.INVALID_REQUEST).isTrue();
        if (code == null) {
            assertThat(Opaque.unpack("after", cursor, 2)).hasSize(2).allMatch(WellFormed::test)
                    .allSatisfy(key -> assertThat(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(key));
        }
    }

    /// Null when it is taken.
    private static ErrorCode refusal(String cursor, int keys) {
        var refused = catchThrowableOfType(InvalidField.class, () -> Opaque.unpack("after", cursor, keys));
        return refused == null ? null : refused.code();
    }
}
