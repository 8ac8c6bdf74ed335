package org.eplatform.chat.testsupport;

import org.eplatform.chat.audit.Audit;

/// Listens to the audit log.
public final class AuditLines extends LogLines {

    public AuditLines() {
        super(Audit.LOGGER);
    }
}
