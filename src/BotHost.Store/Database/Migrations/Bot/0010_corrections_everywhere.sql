-- Answers that follow no message of a person's, and answers in groups, are corrected, too: of those the message that was
-- asked about is not kept, and of those in a topic the topic is.
create table answers_2
(
    number      integer primary key autoincrement, -- never used again: what followed an answer is known by it
    reply_key   text unique,        -- the call in the outbox that brings it, until that is made
    chat_id     integer not null,
    topic       integer,            -- null for the general one, and where there are none
    question    integer,            -- the message that was asked about, where an edit of it is to change the answer
    message     integer,            -- the message that answers; null until it is sent; 0 when it has no number any more
    language    text    not null,
    claim_id    text,               -- null where no claim was stated
    fingerprint text,               -- of the records that it was answered from
    reasons     text,               -- why the claim was taken for the one that is meant, of the last answer of a chat only
    answered_at text    not null,
    unique (chat_id, question)
) strict;

insert into answers_2 (number, reply_key, chat_id, question, message, language, claim_id, fingerprint, reasons, answered_at)
select number, reply_key, chat_id, question, message, language, claim_id, fingerprint, reasons, answered_at from answers;

drop table answers;

alter table answers_2 rename to answers;

create index answers_by_claim on answers (claim_id) where claim_id is not null;
