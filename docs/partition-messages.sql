-- Partitions the messages by hash of their conversation. Run it once, with the service stopped, by psql --single-transaction; the service needs no setting for it.
-- Every statement of the service names the conversation, so each touches one partition. All rows are written anew: give it the time and twice the space.
lock table message in access exclusive mode;

alter table message rename to message_whole;

create table message (like message_whole including defaults including constraints) partition by hash (conversation_id);

do $$
begin
    for remainder in 0..15 loop
        execute format('create table message_p%s partition of message for values with (modulus 16, remainder %s)', remainder, remainder);
    end loop;
end
$$;

insert into message select * from message_whole;

drop table message_whole;

alter table message
    add primary key (conversation_id, seq),
    add unique (conversation_id, sender_id, client_id),
    add unique (conversation_id, id);

create index message_by_change on message (conversation_id, version) where edited_at is not null or deleted_at is not null;

analyze message;
