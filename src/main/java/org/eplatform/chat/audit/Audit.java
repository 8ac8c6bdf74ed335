package org.eplatform.chat.audit;

import io.github.bucket4j.Bucket;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.eplatform.chat.protocol.RateLimit;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;

/// Writes the audit log: one line for each event under the logger [#LOGGER], with its parts as fields of their own where the log is JSON (`mdc`). Each kind
/// is bounded, so that nobody fills the disk by being refused; what was left out is counted in the next line.
@Singleton
// Its events are read part by part; a native build only knows the parts of types that are named.
@RegisterForReflection(targets = {AuditEvent.LoginRefused.class, AuditEvent.AccessRefused.class, AuditEvent.ConversationStarted.class, AuditEvent.Kicked.class,
        AuditEvent.Disabled.class, AuditEvent.Enabled.class, AuditEvent.LoggedOut.class, AuditEvent.LimitReached.class})
public class Audit {

    /// The name under which a log is told where audit lines go.
    public static final String LOGGER = "org.eplatform.chat.audit";

    private static final int BURST = 200;
    private static final Duration REFILL = Duration.ofMillis(200);

    private final Logger log = Logger.getLogger(LOGGER);
    private final Map<Class<?>, Kind> kinds = new ConcurrentHashMap<>();

    /// How many lines there may be of one sort of event.
    private record Kind(Bucket lines, AtomicLong leftOut) {

        static Kind fresh() {
            return new Kind(Bucket.builder().addLimit(limit -> limit.capacity(BURST).refillGreedy(1, REFILL)).build(), new AtomicLong());
        }
    }

    public void record(AuditEvent event) {
        var kind = kinds.computeIfAbsent(event.getClass(), _ -> Kind.fresh());
        if (!kind.lines.tryConsume(1)) {
            kind.leftOut.incrementAndGet();
            return;
        }
        var fields = fields(event);
        long leftOut = kind.leftOut.getAndSet(0);
        if (leftOut > 0) {
            fields.put("leftOut", String.valueOf(leftOut));
        }
        var line = new ExtLogRecord(Level.INFO, line(fields), Audit.class.getName());
        line.setLoggerName(LOGGER);
        fields.forEach(line::putMdc);
        log.log(line);
    }

    /// From here on each kind has all its lines again, whatever came before.
    void beginAnew() {
        kinds.clear();
    }

    private static Map<String, String> fields(AuditEvent event) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("event", event.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
        Arrays.stream(event.getClass().getRecordComponents()).forEach(part -> {
            var value = value(event, part);
            if (value != null) {
                fields.put(part.getName(), value instanceof RateLimit limit ? limit.wireName() : value.toString());
            }
        });
        return fields;
    }

    private static Object value(AuditEvent event, RecordComponent part) {
        try {
            return part.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `event="kicked" user="bob" by="admin"`: whatever a value holds, it ends at its quote and the line at its end.
    private static String line(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=\"" + quoted(field.getValue()) + "\"").collect(Collectors.joining(" "));
    }

    private static String quoted(String value) {
        return value.codePoints().mapToObj(c -> switch (c) {
            case '"', '\\' -> "\\" + (char) c;
            default -> isPlain(c) ? Character.toString(c) : String.format("\\u%04x", c);
        }).collect(Collectors.joining());
    }

    /// Neither a control character nor one that changes how the rest of the line looks.
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
