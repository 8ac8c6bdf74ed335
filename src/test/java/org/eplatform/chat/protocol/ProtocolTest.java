package org.eplatform.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The wire is what the examples in `src/test/resources/protocol/` say: the TypeScript tests read the same files.
@QuarkusTest
class ProtocolTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/protocol");
    private static final ConversationId CONVERSATION = ConversationId.fromString("01980a5e-7c1e-7d3a-9b1f-3f6f5a1b2c3d");
    private static final Instant SENT = Instant.parse("2026-11-23T14:01:02.345678Z");

    @Inject
    ObjectMapper mapper;

    static List<Path> commands() throws IOException {
        return examples("command");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExampleIsReadAndWrittenBackUnchanged(Path file) throws IOException {
        var example = mapper.readTree(file.toFile());

        var command = mapper.treeToValue(example, Command.class);

        assertThat(mapper.readTree(mapper.writeValueAsString(command))).isEqualTo(example);
    }

    static List<Path> frames() throws IOException {
        return examples("event");
    }

    @ParameterizedTest
    @MethodSource("frames")
    void everyEventExampleIsWhatTheServiceWrites(Path file) throws IOException {
        var frame = frame(file.getFileName().toString().replace(".json", ""));

        var written = mapper.writerFor(Frame.class).writeValueAsString(frame);

        assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(file.toFile()));
    }

    @Test
    void everyTypeOfTheWireHasAnExample() throws IOException {
        assertThat(names("command")).isEqualTo(declared(Command.class));
        Set<String> events = names("event").stream().map(name -> name.replaceFirst("^(ack|error)\\..*", "$1")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(events).isEqualTo(declared(Frame.class));
    }

    @Test
    void everySealedTypeHasItsNameOnTheWire() {
        assertThat(registered(Command.class)).isEqualTo(leaves(Command.class));
        assertThat(registered(Frame.class)).isEqualTo(leaves(Frame.class));
    }

    @Test
    void viewsAreWhatTheExamplesSay() throws IOException {
        assertRoundTrip("view/conversation.json", ConversationView.class);
        assertRoundTrip("view/page.json", ConversationPage.class);
        assertRoundTrip("view/status.json", StatusView.class);
        var problem = Problem.of(ErrorCode.CONVERSATION_NOT_FOUND, "There is no such conversation, or you are not in it.", "4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(mapper.readTree(mapper.writeValueAsString(problem))).isEqualTo(mapper.readTree(EXAMPLES.resolve("view/problem.json").toFile()));
        var limited = Problem.of(ErrorCode.RATE_LIMITED, "The limit searches is used up. Wait, then try the same again.", "4bf92f3577b34da6a3ce929d0e0e4736", RateLimit.SEARCHES);
        assertThat(mapper.readTree(mapper.writeValueAsString(limited))).isEqualTo(mapper.readTree(EXAMPLES.resolve("view/problem.rate_limited.json").toFile()));
    }

    @Test
    void everyErrorCodeIsDocumented() throws IOException {
        var documented = Files.readString(Path.of("docs/protocol.md"));

        assertThat(ErrorCode.values()).allSatisfy(code -> assertThat(documented).contains("| `" + code.wireName() + "` | " + code.status() + " |"));
    }

    @Test
    void everyLimitIsDocumented() throws IOException {
        var documented = Files.readString(Path.of("docs/protocol.md"));
        var settings = Files.readString(Path.of("docs/configuration.md"));

        assertThat(RateLimit.values()).allSatisfy(limit -> {
            assertThat(documented).contains("| `" + limit.wireName() + "` |");
            assertThat(settings).contains("| `chat.limit." + limit.wireName().replace('_', '-') + "` | `CHAT_LIMIT_" + limit.name() + "` |");
        });
    }

    private void assertRoundTrip(String file, Class<?> type) throws IOException {
        var example = mapper.readTree(EXAMPLES.resolve(file).toFile());
        assertThat(mapper.readTree(mapper.writeValueAsString(mapper.treeToValue(example, type)))).isEqualTo(example);
    }

    private Frame conversation() throws IOException {
        var view = mapper.readValue(EXAMPLES.resolve("view/conversation.json").toFile(), ConversationView.class);
        return new DurableEvent.ConversationChanged(view.id(), view.version(), view);
    }

    private Frame frame(String name) throws IOException {
        var message = new MessageId(UUID.fromString("01980a5f-0a2b-7c3d-8e4f-5a6b7c8d9e0f"));
        return switch (name) {
            case "welcome" -> new Reply.Welcome(new UserId("alice"), UUID.fromString("01980a5f-1111-7222-8333-444455556666"),
                    UUID.fromString("0b9f6d0e-93a5-4c57-b1c5-0f7f2a9f1a10"), Instant.parse("2026-11-23T14:00:00.123456Z"), 25,
                    new Reply.Limits(8000, 65536, 200));
            case "ack.message" -> new Reply.Stored("c1", CONVERSATION, message, 42, 97, SENT, true);
            case "ack.change" -> new Reply.Changed("c5", CONVERSATION, message, 99);
            case "ack" -> new Reply.Done("c2");
            case "ack.renewed" -> new Reply.Renewed("c8", Instant.parse("2026-11-23T15:01:02Z"));
            case "synced" -> Reply.Synced.of("c7", List.of(CONVERSATION));
            case "conversation" -> conversation();
            case "draining" -> new Reply.Draining(700);
            case "pong" -> new Reply.Pong("c4", SENT);
            case "error" -> new Reply.Refused("c1", ErrorCode.BUSY, "The service is busy. Try again later.", 2000L, null);
            case "error.rate_limited" -> new Reply.Refused("c8", ErrorCode.RATE_LIMITED, "The limit sends is used up. Wait, then try the same again.", 850L, RateLimit.SENDS);
            case "message" -> new DurableEvent.MessageChanged(CONVERSATION, 97, new MessageView(message, CONVERSATION, 42, 97, new UserId("alice"),
                    new ClientId("5f0c7a52-4f0e-4f5e-9d55-0a4b8f6f9a11"), "Are you in at ten?\nI can bring the plans. 🗺️",
                    MessageId.fromString("01980a5e-8b11-7c40-8a77-1d2e3f405162"), SENT, null, null));
            case "marker" -> new DurableEvent.MarkerMoved(CONVERSATION, 98, new UserId("bob"), 41, 42);
            case "typing" -> new EphemeralEvent.Typing(CONVERSATION, new UserId("bob"), true);
            case "presence" -> new EphemeralEvent.Presence(new UserId("bob"), false, Instant.parse("2026-11-23T13:58:41.5Z"));
            default -> throw new AssertionError("No frame is written for the example " + name);
        };
    }

    private static List<Path> examples(String kind) throws IOException {
        try (var files = Files.list(EXAMPLES.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    private static Set<String> names(String kind) throws IOException {
        return examples(kind).stream().map(file -> file.getFileName().toString().replace(".json", "")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declared(Class<?> root) {
        return Arrays.stream(root.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Class<?>> registered(Class<?> root) {
        return Arrays.stream(root.getAnnotation(JsonSubTypes.class).value()).map(JsonSubTypes.Type::value).collect(Collectors.toSet());
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub).stream()).collect(Collectors.toSet()) : Set.of(type);
    }
}
