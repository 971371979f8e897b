-- Entries of feeds of debunk publishers, for a maintainer to look at. No answer is made from them. Of one that was accepted or
-- rejected the address stays, so that the next reading of the feed does not bring it again.
create table import_drafts
(
    number    integer primary key autoincrement,
    state     text not null check (state in ('open', 'accepted', 'rejected')),
    link      text not null unique, -- in canonical form (CanonicalLink)
    url       text not null,
    title     text not null,
    summary   text,
    published text,
    language  text,
    publisher text not null,
    origin    text not null,
    licence   text not null,
    read_on   text not null
) strict;
