package org.eplatform.chat.testsupport;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eplatform.chat.audit.Audit;

/// Listens to the audit log.
public final class AuditLines extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger(Audit.LOGGER);
    private final List<String> lines = new CopyOnWriteArrayList<>();

    public AuditLines() {
        logger.addHandler(this);
    }

    /// Those since this was made that hold all of these.
    public List<String> with(String... parts) {
        return lines.stream().filter(line -> List.of(parts).stream().allMatch(line::contains)).toList();
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
