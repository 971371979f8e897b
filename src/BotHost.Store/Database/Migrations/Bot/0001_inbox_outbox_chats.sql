-- Accepted and not yet answered. A row is emptied down to its id when the answer is on its way, and kept for a while
-- after that to recognise a repeated delivery.
create table inbox
(
    position    integer primary key, -- the order of arrival: update ids are no order, they may start anew lower
    update_id   integer not null unique,
    lane        integer,
    payload     text,
    state       text    not null default 'waiting' check (state in ('waiting', 'handled', 'set_aside')),
    attempts    integer not null default 0,
    not_before  text    not null,
    received_at text    not null
) strict;

-- Finding the next one must not read the many that are done: the first finds it, the second what stands before it.
create index inbox_next on inbox (position) where state = 'waiting';
create index inbox_earlier on inbox (lane, position) where state = 'waiting';

-- Calls to be made, emptied in the same way once they are made.
create table outbox
(
    position   integer primary key,
    reply_key  text    not null unique, -- update id and step: the same update never writes two replies
    lane       integer,
    method     text    not null,
    payload    text,
    state      text    not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
    attempts   integer not null default 0,
    not_before text    not null,
    created_at text    not null
) strict;

create index outbox_next on outbox (position) where state = 'waiting';
create index outbox_earlier on outbox (lane, position) where state = 'waiting';

-- Only chats whose language was chosen by hand.
create table chats
(
    chat_id  integer primary key,
    language text not null
) strict;

-- How often something went wrong, without a word about whose message it was.
create table counters
(
    name  text primary key,
    value integer not null
) strict;
