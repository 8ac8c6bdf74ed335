-- A person of the platform, under the platform's own id.
create table chat_user (
    id          text primary key check (length(id) between 1 and 255),
    name        text not null,
    username    text,
    avatar_url  text,
    locale      text,
    visibility  text not null default 'visible',
    last_active timestamptz,
    created_at  timestamptz not null default clock_timestamp()
);

-- The directory pages by name, then id.
create index chat_user_by_name on chat_user (lower(name), id);
