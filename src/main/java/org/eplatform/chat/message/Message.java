package org.eplatform.chat.message;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eplatform.chat.protocol.ClientId;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.MessageId;
import org.eplatform.chat.protocol.MessageView;
import org.eplatform.chat.protocol.UserId;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/// One message at its place in one conversation.
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
    @Generated(event = EventType.INSERT)
    @Column(name = "created_at", insertable = false, updatable = false)
    public Instant createdAt;

    @Column(name = "edited_at")
    public Instant editedAt;

    @Column(name = "deleted_at")
    public Instant deletedAt;

    public long version;

    public record Key(UUID conversationId, long seq) {}

    MessageView view() {
        return new MessageView(new MessageId(id), new ConversationId(conversationId), seq, version, new UserId(senderId), new ClientId(clientId), body,
                replyTo == null ? null : new MessageId(replyTo), createdAt, editedAt, deletedAt);
    }
}
