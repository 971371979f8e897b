-- Every text that a record ever had here, whole. What is published stands in the data folder; this says how it came about.
create table revisions
(
    number     integer primary key autoincrement,
    kind       text not null,  -- folder of the data folder
    record_id  text not null,
    state      text not null check (state in ('draft', 'in_review', 'published', 'replaced', 'set_aside', 'discarded')),
    based_on   text,           -- version of the published text that it changes; null: a new record
    text       text,           -- null: the record is taken out
    author     text not null,
    saved_at   text not null,
    reason     text not null,
    decided_by text,
    decided_at text,
    note       text            -- what the reviewer said
) strict;

create index revisions_by_record on revisions (kind, record_id, number);

-- A record has one next state, not several: who saves second is told.
create unique index open_revision on revisions (kind, record_id) where state in ('draft', 'in_review');

-- What the public is told of changes that corrected a record.
create table corrections
(
    number    integer primary key autoincrement,
    revision  integer not null references revisions (number),
    kind      text    not null,
    record_id text    not null,
    wording   text    not null,
    day       text    not null
) strict;

-- What maintainers decided of texts that were passed on.
alter table passed_on add column decision text check (decision in ('claim', 'not_a_claim', 'opinion', 'spam'));
alter table passed_on add column claim_id text;
alter table passed_on add column decided_by text;
alter table passed_on add column decided_at text;
