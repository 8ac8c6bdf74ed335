package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.protocol.ErrorCode.INVALID_REQUEST;
import static org.eplatform.chat.protocol.ErrorCode.INVALID_TEXT;
import static org.eplatform.chat.protocol.ErrorCode.MALFORMED_JSON;
import static org.eplatform.chat.protocol.ErrorCode.UNKNOWN_TYPE;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// JSON is read to the letter (RFC 8259): one text has one meaning, or none.
@QuarkusTest
class DecodingTest {

    private static final String MARKER = "\"type\":\"marker.set\",\"id\":\"c\",\"conversationId\":\"01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d\",";
    private static final int LENGTH = 16 * 65_536;

    @Inject
    Frames frames;

    /// Texts that are no JSON object, so not even their id is read.
    static Stream<String> unreadable() {
        return Stream.of(
                "\ufeff{\"type\":\"ping\"}", "{\"type\":\"ping\"}\u0000", "{\"type\":\"ping\"} x", "{\"type\":\"ping\"}{}", "{\"type\":\"ping\"}]", "{\"type\":\"ping\",}",
                "{\"type\":\"ping\"/* c */}", "// c\n{\"type\":\"ping\"}", "# c\n{\"type\":\"ping\"}", "{'type':'ping'}", "{type:\"ping\"}", "{\"type\":\"ping\",\"a\":NaN}",
                "{\"type\":\"ping\",\"a\":Infinity}", "{\"type\":\"ping\",\"a\":-Infinity}", "{\"type\":\"ping\",\"a\":+1}", "{\"type\":\"ping\",\"a\":01}",
                "{\"type\":\"ping\",\"a\":.5}", "{\"type\":\"ping\",\"a\":5.}", "{\"type\":\"ping\",\"a\":0x10}", "{\"type\":\"ping\",\"a\":[1,,2]}",
                "{\"type\":\"ping\",\"a\":\"\t\"}", "{\"type\":\"ping\",\"a\":\"\\x\"}", "{\"type\":\"ping\",\"a\":\"\\u12\"}", "{\"type\":\"ping\",\"a\":TRUE}",
                "{\"type\":\"ping\",\"type\":\"ping\"}", "{\"type\":\"ping\",\"a\":{\"b\":1,\"b\":1}}", "{\"type\":\"ping\",\"a\":1,\"\\u0061\":2}",
                "{\"type\":\"ping\",\"a\":123456789012345678901}", "{\"type\":\"ping\",\"a\":0.12345678901234567890123}",
                "{\"type\":\"ping\",\"a\":" + "[".repeat(32) + "]".repeat(32) + "}", "[\"ping\",{}]");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNotOneJsonObjectIsMalformed(String text) {
        assertThat(bad(text).refusal().code()).isEqualTo(MALFORMED_JSON);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(MARKER + "\"readSeq\":9223372036854775808", INVALID_REQUEST), arguments(MARKER + "\"readSeq\":18446744073709551617", INVALID_REQUEST),
                arguments(MARKER + "\"readSeq\":-9223372036854775809", INVALID_REQUEST), arguments(MARKER + "\"readSeq\":1.0", INVALID_REQUEST),
                arguments(MARKER + "\"readSeq\":1e3", INVALID_REQUEST), arguments(MARKER + "\"readSeq\":\"1\"", INVALID_REQUEST),
                arguments(MARKER + "\"readSeq\":\"\"", INVALID_REQUEST), arguments(MARKER + "\"readSeq\":true", INVALID_REQUEST),
                arguments(MARKER + "\"readSeq\":[1]", INVALID_REQUEST), arguments(MARKER + "\"readSeq\":{}", INVALID_REQUEST),
                arguments("\"type\":\"typing\",\"id\":\"c\",\"conversationId\":\"01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d\",\"active\":1", INVALID_REQUEST),
                arguments("\"type\":\"typing\",\"id\":\"c\",\"conversationId\":\"01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d\",\"active\":\"true\"", INVALID_REQUEST),
                arguments("\"type\":\"typing\",\"id\":\"c\",\"conversationId\":[\"01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d\"],\"active\":true", INVALID_REQUEST),
                arguments("\"type\":\"typing\",\"id\":\"c\",\"conversationId\":17,\"active\":true", INVALID_REQUEST),
                arguments("\"type\":\"presence.watch\",\"id\":\"c\",\"userIds\":\"alice\"", INVALID_REQUEST),
                arguments("\"type\":\"presence.watch\",\"id\":\"c\",\"userIds\":[1]", INVALID_REQUEST),
                arguments("\"type\":\"presence.watch\",\"id\":\"c\",\"userIds\":{\"0\":\"alice\"}", INVALID_REQUEST),
                arguments("\"type\":true,\"id\":\"c\"", UNKNOWN_TYPE), arguments("\"type\":1.5,\"id\":\"c\"", UNKNOWN_TYPE), arguments("\"type\":\"PING\",\"id\":\"c\"", UNKNOWN_TYPE),
                arguments("\"type\":[\"ping\"],\"id\":\"c\"", INVALID_REQUEST), arguments("\"type\":{\"a\":1},\"id\":\"c\"", INVALID_REQUEST),
                arguments("\"type\":\"ping\",\"id\":\"c\",\"more\":\"\\u0000\"", INVALID_TEXT), arguments("\"type\":\"ping\",\"id\":\"c\",\"more\":[{\"a\":\"\\ud800\"}]", INVALID_TEXT),
                arguments("\"type\":\"ping\",\"id\":\"c\",\"\\udc00\":1", INVALID_TEXT), arguments("\"type\":\"ping\",\"id\":\"c\",\"more\":{\"a\\u0000\":1}", INVALID_TEXT));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aCommandThatIsNotToTheLetterIsRefusedUnderItsOwnId(String fields, ErrorCode code) {
        var bad = bad("{" + fields + "}");

        assertThat(bad.refusal().code()).isEqualTo(code);
        assertThat(bad.id()).isEqualTo("c");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(strings = {"5", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[\"c\"]", "null", "{}"})
    void anIdThatIsNoneIsNotRepeated(String id) {
        assertThat(bad("{\"type\":\"nonsense\",\"id\":" + id + "}").id()).isNull();
    }

    @Test
    void whatTheWireDoesNotNameIsPassedOver() {
        var decoded = frames.decode("{\"more\":{\"a\":[1,2.5e3,null,true]},\"id\":\"\\ud83d\\ude00\",\"type\":\"ping\",\"depth\":" + "[".repeat(31) + "]".repeat(31) + "}");

        assertThat(decoded).isEqualTo(new Frames.Decoded.Ok(new Command.Ping("😀")));
    }

    /// Each sixteen times as long as a frame may be: what grows with the square of the length takes 256 times as long then, which no machine hides.
    static Stream<String> heavy() {
        return Stream.of("[".repeat(LENGTH), "{\"a\":".repeat(LENGTH / 5), "{\"type\":\"ping\",\"a\":[" + "0,".repeat(LENGTH / 2 - 20) + "0]}",
                "{\"type\":\"ping\",\"a\":" + "9".repeat(LENGTH - 30) + "}", "{\"type\":\"ping\",\"a\":0." + "0".repeat(LENGTH - 30) + "}",
                "{\"type\":\"ping\",\"a\":\"" + "\\u00e4".repeat(LENGTH / 6 - 10) + "\"}", "{\"type\":\"ping\"" + manyNames() + "}",
                "{\"type\":\"ping\",\"" + "n".repeat(LENGTH - 30) + "\":1}", " ".repeat(LENGTH),
                "{\"userIds\":[" + "\"u\",".repeat(LENGTH / 4 - 20) + "\"u\"],\"type\":\"presence.watch\"}");
    }

    private static String manyNames() {
        var names = new StringBuilder();
        for (int i = 0; names.length() < LENGTH - 40; i++) {
            names.append(",\"").append(Integer.toString(i, 36)).append("\":0");
        }
        return names.toString();
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("heavy")
    void whatATextCostsGrowsWithItsLengthAlone(String text) {
        Decoding.check(text);
    }

    private Frames.Decoded.Bad bad(String text) {
        return (Frames.Decoded.Bad) frames.decode(text);
    }
}
