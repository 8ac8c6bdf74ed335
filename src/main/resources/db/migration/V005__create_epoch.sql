-- One row. It names this database's history: an operator who restores a backup gives it a new value, and clients drop what they hold of the old one.
create table chat_epoch (
    only_row boolean primary key default true check (only_row),
    epoch    uuid not null default gen_random_uuid()
);

insert into chat_epoch default values;
