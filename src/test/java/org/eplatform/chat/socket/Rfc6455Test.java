package org.eplatform.chat.socket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.eplatform.chat.testsupport.RawSocket.BINARY;
import static org.eplatform.chat.testsupport.RawSocket.CLOSE;
import static org.eplatform.chat.testsupport.RawSocket.CONTINUATION;
import static org.eplatform.chat.testsupport.RawSocket.FIN;
import static org.eplatform.chat.testsupport.RawSocket.NO_CLOSE_FRAME;
import static org.eplatform.chat.testsupport.RawSocket.PING;
import static org.eplatform.chat.testsupport.RawSocket.PONG;
import static org.eplatform.chat.testsupport.RawSocket.RSV1;
import static org.eplatform.chat.testsupport.RawSocket.RSV2;
import static org.eplatform.chat.testsupport.RawSocket.RSV3;
import static org.eplatform.chat.testsupport.RawSocket.TEXT;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.HexFormat;
import org.eplatform.chat.testsupport.Person;
import org.eplatform.chat.testsupport.RawSocket;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 6455 to the letter, seen from the other end of a plain TCP connection. It also pins what [Rfc6455] takes for granted of Vert.x's pipeline.
@QuarkusTest
class Rfc6455Test {

    private static final int KIB_64 = 65_536;
    private static final byte[] EMPTY = {};

    private RawSocket raw;

    @BeforeEach
    void connect() throws IOException {
        raw = new RawSocket(Person.someone("alice"), "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits, deflate-frame");
        raw.await(TEXT);
    }

    @AfterEach
    void disconnect() throws IOException {
        raw.close();
    }

    @Test
    void compressionThatIsOfferedIsNotTakenUp() {
        assertThat(raw.answer()).startsWith("HTTP/1.1 101").containsIgnoringCase("sec-websocket-protocol: chat.v1").doesNotContainIgnoringCase("extensions");
    }

    /// 8.1: an overlong slash, surrogates, beyond U+10FFFF, a lone continuation byte, a sequence that stops.
    @ParameterizedTest
    @ValueSource(strings = {"c0af", "e080af", "f08080af", "eda080", "edbfbf", "eda080edb080", "f4908080", "f8888080", "fe", "ff", "80", "e282", "c3"})
    void textThatIsNotUtf8Closes1007(String bytes) throws IOException {
        raw.frame(FIN | TEXT, HexFormat.of().parseHex("22" + bytes));

        assertThat(raw.awaitClose()).isEqualTo(1007);
    }

    @Test
    void brokenUtf8IsFoundAcrossFragments() throws IOException {
        raw.frame(TEXT, HexFormat.of().parseHex("e2"));
        raw.frame(CONTINUATION, HexFormat.of().parseHex("82"));
        raw.frame(FIN | CONTINUATION, HexFormat.of().parseHex("20"));

        assertThat(raw.awaitClose()).isEqualTo(1007);
    }

    @Test
    void aCharacterMayBeSplitBetweenFragmentsWithAPingInBetween() throws IOException {
        var ping = "{\"type\":\"ping\",\"id\":\"€\"}".getBytes(UTF_8);
        var euro = new String(ping, UTF_8).indexOf('€');
        raw.frame(TEXT, EMPTY);
        raw.frame(CONTINUATION, java.util.Arrays.copyOfRange(ping, 0, euro + 1));
        raw.frame(FIN | PING, EMPTY);
        raw.frame(CONTINUATION, java.util.Arrays.copyOfRange(ping, euro + 1, ping.length));

        raw.frame(FIN | CONTINUATION, EMPTY);

        assertThat(raw.await(PONG).payload()).isEmpty();
        assertThat(raw.await(TEXT).text()).contains("pong", "€");
    }

    @ParameterizedTest
    @ValueSource(ints = {RSV1, RSV2, RSV3})
    void aReservedBitCloses1002(int bit) throws IOException {
        raw.frame(FIN | bit | TEXT, "{}".getBytes(UTF_8));

        assertThat(raw.awaitClose()).isEqualTo(1002);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6, 7, 11, 12, 13, 14, 15})
    void anUnknownOpcodeCloses1002(int opcode) throws IOException {
        raw.frame(FIN | opcode, EMPTY);

        assertThat(raw.awaitClose()).isEqualTo(1002);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a fragmented ping,                        0980 00000000
            a fragmented close,                       0880 00000000
            a ping of 126 bytes,                      89fe007e 00000000
            a frame that is not masked,               81027b7d
            a continuation of nothing,                8080 00000000
            a second start inside a message,          0180 00000000 8180 00000000
            a length that is longer than it need be,  81fe0002 00000000 7b7d
            a negative length,                        81ffffffffffffffffff 00000000
            a close of one byte,                      8881 00000000 03
            a close with a reserved code,             8882 00000000 03ed""")
    void aFrameThatBreaksTheRulesCloses1002(String rule, String bytes) throws IOException {
        raw.hex(bytes);

        assertThat(raw.awaitClose()).as(rule).isEqualTo(1002);
    }

    @Test
    void aBinaryMessageCloses1003() throws IOException {
        raw.frame(FIN | BINARY, "{}".getBytes(UTF_8));

        assertThat(raw.awaitClose()).isEqualTo(1003);
    }

    @Test
    void aMessageOf64KibIsTaken() throws IOException {
        var start = "{\"type\":\"ping\",\"id\":\"p\",\"more\":\"";
        raw.text(start + "x".repeat(KIB_64 - start.length() - 2) + "\"}");

        assertThat(raw.await(TEXT).text()).contains("pong");
    }

    @Test
    void aFrameOfOneByteMoreCloses1009() throws IOException {
        raw.frame(FIN | TEXT, " ".repeat(KIB_64 + 1).getBytes(UTF_8));

        assertThat(raw.awaitClose()).isEqualTo(1009);
    }

    @Test
    void aMessageOfOneByteMoreInFragmentsCloses1009() throws IOException {
        raw.frame(TEXT, " ".repeat(KIB_64).getBytes(UTF_8));

        raw.frame(FIN | CONTINUATION, " ".getBytes(UTF_8));

        assertThat(raw.awaitClose()).isEqualTo(1009);
    }

    /// Only the header is sent: had the service waited for the rest, no close would come.
    @Test
    void aFrameThatAnnouncesAGigabyteIsRefusedAtItsHeader() throws IOException {
        raw.hex("81ff0000000040000000 00000000");

        assertThat(raw.awaitClose()).isEqualTo(1009);
    }

    @Test
    void emptyFragmentsWithoutEndClose1009() throws IOException {
        raw.frame(TEXT, EMPTY);
        for (int i = 0; i < WholeMessages.MAX_FRAGMENTS; i++) {
            raw.frame(CONTINUATION, EMPTY);
        }

        assertThat(raw.awaitClose()).isEqualTo(1009);
    }

    @Test
    void aPingIsAnsweredWithItsOwnPayload() throws IOException {
        var payload = HexFormat.of().parseHex("00ff80").clone();

        raw.frame(FIN | PING, payload);

        assertThat(raw.await(PONG).payload()).isEqualTo(payload);
    }

    @Test
    void aCloseIsAnsweredWithItsOwnCodeAndTheServiceEndsTheConnection() throws IOException {
        raw.frame(FIN | CLOSE, HexFormat.of().parseHex("0fa1"));

        assertThat(raw.awaitClose()).isEqualTo(4001);
        raw.awaitEnd();
    }

    @Test
    void nothingComesAfterTheCloseFrameOfAFailedConnection() throws IOException {
        raw.frame(FIN | RSV1 | TEXT, EMPTY);
        raw.text("{\"type\":\"ping\",\"id\":\"late\"}");

        assertThat(raw.awaitClose()).isEqualTo(1002);
        assertThat(raw.awaitClose()).isEqualTo(NO_CLOSE_FRAME);
    }

    @Test
    void whoBreaksTheRulesIsGoneForTheOthers() throws IOException {
        var bob = Person.someone("bob");
        try (var watcher = Socket.of(Person.someone("carol")); var broken = new RawSocket(bob)) {
            broken.await(TEXT);
            watcher.say(java.util.Map.of("type", "presence.watch", "id", "w", "userIds", java.util.List.of(bob.id())));
            watcher.await("presence", status -> status.path("online").asBoolean());

            broken.frame(FIN | 3, EMPTY);

            watcher.await("presence", status -> !status.path("online").asBoolean());
        }
    }
}
