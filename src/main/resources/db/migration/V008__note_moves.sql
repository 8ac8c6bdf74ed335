-- What one replica tells the others: a conversation went from version before to version. Written in the transaction that changed it, so a replica that dies
-- at any moment leaves no change untold; read by number, and deleted a minute later.
create table relay_move (
    id              bigint generated always as identity primary key,
    replica         uuid not null,
    conversation_id uuid not null,
    before          bigint not null,
    version         bigint not null,
    recipients      text, -- ids around U+001F, which no id may contain; null when they are too many to name
    at              timestamptz not null default clock_timestamp()
);
