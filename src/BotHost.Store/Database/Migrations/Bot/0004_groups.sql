-- What administrators have set for a group, and how the bot stands there; nothing about people. A group has its row from the
-- day the bot was added until it is removed.
create table groups
(
    chat_id         integer primary key,
    mode            text    not null default 'on_request' check (mode in ('silent', 'on_request', 'exact', 'automatic')),
    language        text,                        -- null: that of each message
    sureness        text    not null default 'high' check (sureness in ('wider', 'high', 'strict')),
    cool_down_hours integer not null default 6,
    quiet_from      integer,                     -- hours of the group's clock; null: no quiet hours
    quiet_to        integer,
    utc_offset      integer not null default 0,  -- hours that the group's clock is ahead of UTC
    standing        text    not null default 'member' check (standing in ('muted', 'member', 'administrator')),
    muted_until     text                         -- Telegram has said that nothing may be written here for now
) strict;

-- The topics in which the bot answers unasked; a group without a row here means all of them. 0 is the general topic.
create table group_topics
(
    chat_id integer not null,
    topic   integer not null,
    primary key (chat_id, topic)
) strict, without rowid;

-- When a group last got an answer on a claim, so that it does not get the same one again at once.
create table group_answers
(
    chat_id     integer not null,
    claim_key   text    not null,
    update_id   integer not null, -- whose answer it is: an update that is handled anew still has it
    answered_at text    not null,
    primary key (chat_id, claim_key)
) strict, without rowid;

create index group_answers_by_time on group_answers (answered_at);
