-- Which replicas live, and who is connected to each. Nothing of it outlives the processes, so none of it is logged; after a crash of the database the replicas
-- write it anew.
create unlogged table replica (
    id          uuid primary key,
    alive_until timestamptz not null
);

create unlogged table presence_lease (
    user_id text not null,
    replica uuid not null,
    primary key (user_id, replica)
);

create index presence_lease_by_replica on presence_lease (replica);
