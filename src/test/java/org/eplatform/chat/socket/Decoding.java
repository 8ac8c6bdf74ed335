package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.EnumSet;
import java.util.Set;
import org.eplatform.chat.error.StrictJson;
import org.eplatform.chat.protocol.ErrorCode;

/// What holds for every text that a client may send: it is a command or a documented refusal, soon, and nothing of ours shows.
final class Decoding {

    static final ObjectMapper MAPPER = mapper();

    private static final Frames FRAMES = new Frames(MAPPER);
    private static final Set<ErrorCode> DOCUMENTED = EnumSet.of(ErrorCode.MALFORMED_JSON, ErrorCode.INVALID_REQUEST, ErrorCode.UNKNOWN_TYPE,
            ErrorCode.EMPTY_MESSAGE, ErrorCode.MESSAGE_TOO_LONG, ErrorCode.INVALID_TEXT);
    /// Far above what any text takes on a busy machine. It is no measure of speed: it ends what would not end.
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Decoding() {}

    static Frames.Decoded of(String text) {
        return FRAMES.decode(text);
    }

    static void check(String text) {
        long started = THREADS.getCurrentThreadCpuTime();
        var decoded = of(text);
        if (THREADS.getCurrentThreadCpuTime() - started > LONGEST_NANOS) {
            checkIsSoon(text);
        }
        if (decoded instanceof Frames.Decoded.Bad(var id, var refusal)) {
            assertThat(refusal.code()).isIn(DOCUMENTED);
            assertThat(refusal.detail()).isNotBlank().hasSizeLessThan(200).doesNotContain("Exception", "jackson", "java.", "org.eplatform");
            assertThat(id == null || text.length() > id.length()).isTrue();
        }
    }

    /// Processor time, and the best of three: the first time includes the loading of classes.
    private static void checkIsSoon(String text) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            long started = THREADS.getCurrentThreadCpuTime();
            of(text);
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - started);
        }
        assertThat(best).as("nanoseconds for one frame").isLessThan(LONGEST_NANOS);
    }

    private static ObjectMapper mapper() {
        var mapper = JsonMapper.builder().findAndAddModules().build();
        new StrictJson().customize(mapper);
        return mapper;
    }
}
