-- What people said of answers, counted: a claim, a language, a kind, never who or when by the clock.
create table feedback
(
    claim_id text    not null,
    language text    not null,
    kind     text    not null check (kind in ('helpful', 'not_helpful', 'wrong_match')),
    count    integer not null,
    last_day text    not null,
    primary key (claim_id, language, kind)
) strict;

-- Which message of the bot answers which message, so that an edited message changes its answer, a corrected record corrects
-- it, and /why can say why. The words of the message are not here.
create table answers
(
    number      integer primary key,
    reply_key   text unique,        -- the call in the outbox that brings it, until that is made
    chat_id     integer not null,
    question    integer not null,   -- the message that was asked about
    message     integer,            -- the message that answers; null until it is sent
    language    text    not null,
    claim_id    text,               -- null where no claim was stated
    fingerprint text,               -- of the records that it was answered from
    reasons     text,               -- why the claim was taken for the one that is meant, of the last answer of a chat only
    answered_at text    not null,
    unique (chat_id, question)
) strict;

create index answers_by_claim on answers (claim_id) where claim_id is not null;

-- Messages that are one question are handled together; null for a message that stands for itself.
alter table inbox add column together text;

-- Redacted texts that people passed on to the maintainers, each once, and how often; nothing about who passed them on.
create table passed_on
(
    number     integer primary key autoincrement,
    words_hash text    not null unique, -- of the text's folded words: equal for what says the same
    language   text    not null,
    text       text    not null,
    count      integer not null,
    first_day  text    not null,
    last_day   text    not null
) strict;

-- Chats that asked to be told when a text that they passed on is answered. Deleted when they are told.
create table to_be_told
(
    passed_on integer not null references passed_on (number) on delete cascade,
    chat_id   integer not null,
    language  text    not null,
    asked_at  text    not null,
    primary key (passed_on, chat_id)
) strict;
