-- Whose sessions were ended, by the provider or an administrator: every replica reads it on, and one that starts reads the last day. Deleted after that.
create table ended_session (
    id       bigint generated always as identity primary key,
    replica  uuid not null,
    kind     text not null check (kind in ('kicked', 'disabled', 'logged_out')),
    user_id  text, -- of those that an administrator ended
    issuer   text, -- of those that the provider ended; one of subject and session may be missing
    subject  text,
    session  text,
    ended_at timestamptz not null default clock_timestamp()
);
