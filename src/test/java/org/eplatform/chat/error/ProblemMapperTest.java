package org.eplatform.chat.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eplatform.chat.protocol.ErrorCode;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is ours is never told as the caller's fault, and is in the log.
@QuarkusTest
class ProblemMapperTest {

    @Inject
    ObjectMapper json;

    @Inject
    BodyLimit limit;

    @Inject
    FailedLogins failedLogins;

    @Inject
    CurrentVertxRequest call;

    private final Logger logger = Logger.getLogger(ProblemMapper.class.getName());
    private final Log log = new Log();

    @BeforeEach
    void listen() {
        logger.addHandler(log);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(log);
    }

    @Test
    void whatFailsWhileWeWriteIsOurs() {
        var failure = failure(() -> json.writeValueAsString(new Broken()));

        assertThat(code(failure)).isEqualTo(ErrorCode.INTERNAL);
        assertThat(log.of(Level.SEVERE)).hasSize(1);
    }

    @Test
    void aStoredValueThatBreaksItsRuleIsOurs() {
        var failure = failure(() -> BadRow.never(() -> new UserId("")));

        assertThat(code(failure)).isEqualTo(ErrorCode.INTERNAL);
        assertThat(log.of(Level.SEVERE)).hasSize(1);
    }

    @Test
    void aBusyServiceSaysSoInTheLogOnce() {
        assertThat(code(new SQLTransientConnectionException("away"))).isEqualTo(ErrorCode.BUSY);

        assertThat(log.records).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(org.jboss.logmanager.Level.WARN);
            assertThat(line.getMessage() + org.jboss.logmanager.ExtLogRecord.wrap(line).getFormattedMessage()).contains("code=busy", "traceId=");
        });
    }

    private ErrorCode code(Throwable failure) {
        return new ProblemMapper(limit, failedLogins, call).refused(failure).getEntity().code();
    }

    private static Throwable failure(Failing failing) {
        try {
            failing.run();
        } catch (RuntimeException | JsonProcessingException expected) {
            return expected;
        }
        throw new AssertionError("nothing failed");
    }

    private interface Failing {

        void run() throws JsonProcessingException;
    }

    static final class Broken {

        public UserId getWho() {
            return new UserId("");
        }
    }

    private static final class Log extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        List<LogRecord> of(Level level) {
            return records.stream().filter(line -> line.getLevel().intValue() == level.intValue()).toList();
        }

        @Override
        public void publish(LogRecord line) {
            records.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
