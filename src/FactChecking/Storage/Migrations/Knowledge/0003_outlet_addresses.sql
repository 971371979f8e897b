-- A mirror shows the same pages under another host name; what holds of a domain holds of it.
alter table entity_domains add column mirror integer not null default 0;

-- Public Telegram channels of an outlet, by their user name in lower case, without @.
create table entity_channels (
    username text primary key,
    entity_id text not null references entities (id) on delete cascade
) strict;

create index channels_of_entity on entity_channels (entity_id);
