package org.eplatform.chat.socket;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.eplatform.chat.protocol.AccessToken;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.Command;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.InvalidField;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageText;
import org.eplatform.chat.protocol.UserId;

/// Any command at all: each case of the sealed type, made of any values that its parts may have. A new command needs nothing here unless it brings a
/// new kind of part.
final class Commanding {

    private static final Arbitrary<UUID> UUIDS = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);

    private static final Map<Type, Arbitrary<?>> PARTS = Map.of(
            Long.class, Arbitraries.longs().greaterOrEqual(0),
            Boolean.class, Arbitraries.of(true, false),
            UUID.class, UUIDS,
            ConversationId.class, UUIDS.map(ConversationId::new),
            MessageId.class, UUIDS.map(MessageId::new),
            ClientId.class, Arbitraries.strings().withChars("abcXYZ019._:-").ofMinLength(1).ofMaxLength(64).map(ClientId::new),
            AccessToken.class, Arbitraries.strings().withChars("abcXYZ019-._~+/=").ofMinLength(1).ofMaxLength(64).map(AccessToken::new),
            MessageText.class, texts().ofMaxLength(200).map(text -> new MessageText(text + "x")),
            UserId.class, texts().excludeChars(controls()).ofMaxLength(100).map(text -> new UserId(text + "u")));

    private Commanding() {}

    static Arbitrary<Command> any() {
        return Arbitraries.of(Command.class.getPermittedSubclasses()).flatMap(Commanding::any);
    }

    private static Arbitrary<Command> any(Class<?> type) {
        var components = type.getRecordComponents();
        var parts = Arrays.stream(components).map(Commanding::part).toList();
        return Combinators.combine(parts).as(values -> make(type, components, values)).filter(Objects::nonNull);
    }

    private static Arbitrary<Object> part(RecordComponent component) {
        return part(component.getName(), component.getGenericType()).injectNull(0.1);
    }

    private static Arbitrary<Object> part(String name, Type type) {
        Arbitrary<?> part = switch (type) {
            case ParameterizedType list when list.getRawType() == List.class -> part(name, list.getActualTypeArguments()[0]).list().ofMaxSize(20);
            case ParameterizedType map when map.getRawType() == Map.class ->
                    Arbitraries.maps(part(name, map.getActualTypeArguments()[0]), part(name, map.getActualTypeArguments()[1])).ofMaxSize(20);
            case Class<?> choice when choice.isEnum() -> Arbitraries.of(choice.getEnumConstants());
            case Class<?> text when text == String.class -> texts().ofMinLength(1).ofMaxLength(32);
            default -> Objects.requireNonNull(PARTS.get(type), "Any " + type + " is not known here yet");
        };
        return part.map(value -> value);
    }

    /// Null when these values do not go together.
    private static Command make(Class<?> type, RecordComponent[] components, List<Object> values) {
        try {
            var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return (Command) constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InvalidField) {
                return null;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Well-formed text of all planes.
    private static StringArbitrary texts() {
        return Arbitraries.strings().withCharRange('\u0001', '\ud7ff').withCharRange('\ue000', '\uffff');
    }

    private static char[] controls() {
        var controls = new StringBuilder();
        for (char c = 0; c <= 0x9f; c++) {
            if (Character.isISOControl(c)) {
                controls.append(c);
            }
        }
        return controls.toString().toCharArray();
    }
}
