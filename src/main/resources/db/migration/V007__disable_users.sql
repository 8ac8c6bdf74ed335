-- Set by administrators. A disabled person is refused everywhere; tokens that were given out before tokens_valid_from count no more.
alter table chat_user
    add column disabled_at       timestamptz,
    add column tokens_valid_from timestamptz;
