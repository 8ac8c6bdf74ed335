package org.eplatform.chat.message;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// One message at its place in one conversation, as Hibernate checks it in the tests. It is read and written by SQL of our own, many rows at a time:
/// [History], [Changes], [BatchWrites].
@Entity
@Table(name = "message")
@IdClass(Message.Key.class)
class Message extends PanacheEntityBase {

    @Id
    @Column(name = "conversation_id")
    public UUID conversationId;

    @Id
    public long seq;

    public UUID id;

    @Column(name = "sender_id")
    public String senderId;

    @Column(name = "client_id")
    public String clientId;

    public String body;

    @Column(name = "reply_to")
    public UUID replyTo;

    /// By the database's clock, after the conversation's lock was had: so it rises with `seq`.
    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "edited_at")
    public Instant editedAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    public long version;

    public record Key(UUID conversationId, long seq) {}
}
