-- Stands in for the server's schema while crates/tertulia/migrations/sqlite has none.
create table message (
    room integer not null,
    id integer not null,
    version integer not null,
    kind integer not null,
    sender_key text not null,
    sender_id text,
    sender_name text,
    text text not null,
    created integer not null,
    edited integer,
    deleted integer,
    reply_to integer,
    data text,
    client_id text not null,
    request_hash blob not null,
    primary key (room, id)
) without rowid;
create unique index message_version on message (room, version);
create unique index message_client on message (room, sender_key, client_id);
