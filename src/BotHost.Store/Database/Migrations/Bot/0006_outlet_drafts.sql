-- Rows of published lists of outlets, for a maintainer to look at. No answer is made from them.
create table outlet_drafts
(
    list         text    not null,
    line         integer not null,
    list_url     text    not null,
    licence      text    not null,
    list_date    text,
    read_on      text    not null,
    file         text    not null,
    name         text,
    house        text,
    country      text,
    domain       text,
    url          text,
    telegram     text,
    quoted_label text, -- the list's words
    named_source text,
    note         text,
    primary key (list, line)
) strict;
