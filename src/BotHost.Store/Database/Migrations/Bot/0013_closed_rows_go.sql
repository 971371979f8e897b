-- What is handled or sent is deleted, not emptied: its row would take up most of a page for two days.
create table handled_updates
(
    update_id   integer primary key, -- a repeat has the same one
    album       text,                -- a picture of it that comes late asks for nothing more
    received_at text not null
) strict;

create index handled_albums on handled_updates (album) where album is not null;

insert into handled_updates (update_id, album, received_at)
select update_id, iif(together like 'album:%', together, null), received_at from inbox where state = 'handled';

delete from inbox where state = 'handled';
drop index inbox_next;

delete from outbox where state <> 'waiting';
drop index outbox_next;
drop index outbox_earlier;
alter table outbox drop column state;
create index outbox_earlier on outbox (lane, position);
