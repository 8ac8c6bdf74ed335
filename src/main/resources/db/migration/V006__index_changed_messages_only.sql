-- What was written since some version is found by its place (message/Changes), so only what was edited or deleted later needs to be found by its version:
-- no message pays for an index that few use.
create index message_by_change on message (conversation_id, version) where edited_at is not null or deleted_at is not null;
drop index message_by_version;
