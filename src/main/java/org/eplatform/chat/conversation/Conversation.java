package org.eplatform.chat.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// One conversation with its two counters: `lastSeq` numbers its messages, `version` its changes. Both rise under this row's lock only.
@Entity
@Table(name = "conversation")
class Conversation extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(name = "last_seq")
    public long lastSeq;

    public long version;

    @Column(name = "last_activity")
    public Instant lastActivity;
}
