-- What an import says of a record beyond what answers need: where it is from, under which licence, and what export gives on.
create table imports (
    claim_id text primary key references claims (id) on delete cascade,
    format text not null,
    origin text, -- the source, as the data or whoever imported it names it
    licence text, -- SPDX
    publisher_url text,
    author text, -- the byline: a reply names the publisher
    claimant text,
    claim_date text,
    appearances text, -- JSON array of addresses
    first_appearance text
) strict;

-- DISARM techniques that an analyst suggests.
create table claim_techniques (
    claim_id text not null references claims (id) on delete cascade,
    ordinal integer not null,
    technique text not null,
    primary key (claim_id, ordinal)
) strict;
