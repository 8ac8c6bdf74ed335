package org.eplatform.chat.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What the service may say on the socket: an answer to one connection, or an event for many. One JSON example of each is in
/// `src/test/resources/protocol/event/`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
        @JsonSubTypes.Type(value = Reply.Welcome.class, name = "welcome"),
        @JsonSubTypes.Type(value = Reply.Stored.class, name = "ack"),
        @JsonSubTypes.Type(value = Reply.Changed.class, name = "ack"),
        @JsonSubTypes.Type(value = Reply.Synced.class, name = "synced"),
        @JsonSubTypes.Type(value = Reply.Done.class, name = "ack"),
        @JsonSubTypes.Type(value = Reply.Renewed.class, name = "ack"),
        @JsonSubTypes.Type(value = Reply.Pong.class, name = "pong"),
        @JsonSubTypes.Type(value = Reply.Refused.class, name = "error"),
        @JsonSubTypes.Type(value = Reply.Draining.class, name = "draining"),
        @JsonSubTypes.Type(value = DurableEvent.MessageChanged.class, name = "message"),
        @JsonSubTypes.Type(value = DurableEvent.MarkerMoved.class, name = "marker"),
        @JsonSubTypes.Type(value = DurableEvent.ConversationChanged.class, name = "conversation"),
        @JsonSubTypes.Type(value = EphemeralEvent.Typing.class, name = "typing"),
        @JsonSubTypes.Type(value = EphemeralEvent.Presence.class, name = "presence")})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Frame permits Reply, DurableEvent, EphemeralEvent {}
