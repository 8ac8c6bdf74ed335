-- Who takes part, and how far they have read and received. version is the conversation's version at this row's last change.
create table participant (
    conversation_id uuid not null references conversation,
    user_id         text not null references chat_user,
    role            text not null default 'member' check (role in ('member')),
    joined_seq      bigint not null default 0,
    left_seq        bigint,
    read_seq        bigint not null default 0,
    delivered_seq   bigint not null default 0,
    archived        boolean not null default false,
    muted           boolean not null default false,
    pinned          boolean not null default false,
    version         bigint not null default 0,
    primary key (conversation_id, user_id),
    check (read_seq <= delivered_seq)
) with (fillfactor = 60); -- room for the next state of a row on its own page: no index changes with a marker (HOT)

create index participant_by_user on participant (user_id);
