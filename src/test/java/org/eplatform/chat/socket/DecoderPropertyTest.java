package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eplatform.chat.protocol.Command;

/// What holds for the decoder whatever a client sends.
class DecoderPropertyTest {

    private static final List<String> EXAMPLES = readExamples();
    /// What is put in, since chance alone would not find it.
    private static final List<String> DEVICES = List.of("\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ":", ",", "null", "true", "-0", "1e999", "1.5", "99999999999999999999",
            "9223372036854775808", "NaN", "/**/", "\ufeff", "\u0000", "\ud800", "\"type\":", "\"id\":\"x\",", "\"type\":\"ping\",", "[".repeat(33), "{\"a\":".repeat(33));

    @Property
    void everyCommandIsReadAsItWasWritten(@ForAll("commands") Command command) throws JsonProcessingException {
        assertThat(Decoding.of(write(command))).isEqualTo(new Frames.Decoded.Ok(command));
    }

    @Property
    void fieldsThatTheWireDoesNotNameChangeNothing(@ForAll("commands") Command command, @ForAll("json") String more) throws JsonProcessingException {
        var tree = (ObjectNode) Decoding.MAPPER.readTree(write(command));
        tree.set("moreThanTheWireNames", Decoding.MAPPER.readTree(more));

        assertThat(Decoding.of(tree.toString())).isEqualTo(new Frames.Decoded.Ok(command));
    }

    @Property
    void anyJsonIsACommandOrADocumentedRefusal(@ForAll("json") String json) {
        Decoding.check(json);
    }

    @Property
    void anyJsonUnderTheNamesOfTheWireIsACommandOrADocumentedRefusal(@ForAll("frames") String json) {
        Decoding.check(json);
    }

    @Property
    void anyTextIsACommandOrADocumentedRefusal(@ForAll String text) {
        Decoding.check(text);
    }

    @Property(tries = 5_000)
    void anExampleThatWasDamagedIsACommandOrADocumentedRefusal(@ForAll("examples") String example, @ForAll long seed) {
        Decoding.check(damaged(example, new Random(seed)));
    }

    @Provide
    Arbitrary<Command> commands() {
        return Commanding.any();
    }

    @Provide
    Arbitrary<String> examples() {
        return Arbitraries.of(EXAMPLES);
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> leaves = Arbitraries.oneOf(Arbitraries.of("null", "true", "false", "\"\"", "0", "-0", "1e5", "0.1"), Arbitraries.longs().map(String::valueOf),
                Arbitraries.strings().alpha().ofMaxLength(8).map(text -> "\"" + text + "\""));
        return Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(6), inner).ofMaxSize(3).map(DecoderPropertyTest::object)), 0, 4);
    }

    /// The right names with any value.
    @Provide
    Arbitrary<String> frames() {
        var types = Arbitraries.of("message.send", "marker.set", "typing", "presence.watch", "ping", "nonsense").map(type -> "\"" + type + "\"");
        var names = Arbitraries.of("id", "conversationId", "clientId", "body", "replyTo", "readSeq", "deliveredSeq", "active", "userIds", "messageId", "epoch", "cursors", "scope");
        return Arbitraries.maps(names, json()).ofMaxSize(6)
                .flatMap(fields -> types.map(type -> "{\"type\":" + type + (fields.isEmpty() ? "" : ",") + object(fields).substring(1)));
    }

    private static String object(java.util.Map<String, String> fields) {
        return "{" + String.join(",", fields.entrySet().stream().map(field -> "\"" + field.getKey() + "\":" + field.getValue()).toList()) + "}";
    }

    private static String damaged(String example, Random random) {
        var text = new StringBuilder(example);
        for (int i = 0, times = 1 + random.nextInt(4); i < times && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x10000));
                case 2 -> text.insert(at, DEVICES.get(random.nextInt(DEVICES.size())));
                case 3 -> text.insert(at, text.substring(at, at + random.nextInt(text.length() - at)));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }

    private static String write(Command command) throws JsonProcessingException {
        return Decoding.MAPPER.writerFor(Command.class).writeValueAsString(command);
    }

    private static List<String> readExamples() {
        try (var files = Files.list(Path.of("src/test/resources/protocol/command"))) {
            var found = new ArrayList<String>();
            for (var file : files.sorted().toList()) {
                found.add(Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
