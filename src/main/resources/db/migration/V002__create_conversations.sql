-- last_seq numbers the messages, version numbers every durable change. Both are raised under this row's lock, so neither has holes.
create table conversation (
    id            uuid primary key,
    kind          text not null check (kind in ('direct')),
    title         text,
    direct_key    text unique, -- both user ids in order: two people have one direct conversation however they race
    last_seq      bigint not null default 0,
    version       bigint not null default 0,
    settings      jsonb not null default '{}',
    created_at    timestamptz not null default clock_timestamp(),
    last_activity timestamptz not null default clock_timestamp()
) with (fillfactor = 60); -- room for the next state of a row on its own page: no index changes with a message (HOT)
