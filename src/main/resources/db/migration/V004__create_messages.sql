-- Keyed by conversation first, so that it can be partitioned or distributed by conversation_id. Without references to conversation and chat_user: the
-- writer has just read both under the conversation's lock, and a check for each row would be paid with every message.
create table message (
    conversation_id uuid not null,
    seq             bigint not null check (seq > 0),
    id              uuid not null,
    sender_id       text not null,
    client_id       text not null,
    body            text not null,
    reply_to        uuid,
    created_at      timestamptz not null default clock_timestamp(),
    edited_at       timestamptz,
    deleted_at      timestamptz,
    version         bigint not null,
    primary key (conversation_id, seq),
    unique (conversation_id, sender_id, client_id), -- for ever: a retry finds what it stored the first time
    unique (conversation_id, id)
);

create index message_by_version on message (conversation_id, version);
