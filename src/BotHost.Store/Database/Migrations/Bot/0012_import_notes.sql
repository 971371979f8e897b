-- Who imported what at the desk.
create table import_notes
(
    number   integer primary key autoincrement,
    at       text    not null,
    author   text    not null,
    file     text    not null, -- its name, or the address of a feed
    format   text    not null,
    stored   integer not null,
    repeated integer not null, -- stood in the file before, or was known
    left_out integer not null  -- was wrong
) strict;
