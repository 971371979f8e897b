-- Vectors of passages, found by what was embedded: a text that has not changed is not embedded again, whichever
-- generation, claim or place it stands in. Everything here can be made again.

create table models (
    number integer primary key,
    -- Names all that a vector depends on besides the text.
    id text not null unique
) strict;

create table vectors (
    model integer not null references models (number) on delete cascade,
    -- First 16 bytes of the SHA-256 of the text as the model read it.
    fingerprint blob not null,
    -- A signed byte a dimension; the length is whatever the rounding made of it.
    components blob not null,
    primary key (model, fingerprint)
) strict, without rowid;
