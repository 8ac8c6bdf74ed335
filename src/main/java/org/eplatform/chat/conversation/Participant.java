package org.eplatform.chat.conversation;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/// Somebody in a conversation, and how far they have read and received.
@Entity
@Table(name = "participant")
@IdClass(Participant.Key.class)
class Participant extends PanacheEntityBase {

    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    @Id
    @Column(name = "user_id")
    public String userId;

    @Column(name = "left_seq")
    public Long leftSeq;

    @Column(name = "read_seq")
    public long readSeq;

    @Column(name = "delivered_seq")
    public long deliveredSeq;

    public long version;

    public record Key(UUID conversationId, String userId) {}

    static boolean isIn(UUID conversationId, String userId) {
        Participant found = findById(new Key(conversationId, userId));
        return found != null && found.leftSeq == null;
    }
}
