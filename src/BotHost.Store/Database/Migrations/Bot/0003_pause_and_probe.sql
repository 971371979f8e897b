-- Until when Telegram wants to be left alone by the whole bot; what is wanted of one chat stands at its calls. One row at most.
create table sending_pause
(
    only  integer primary key check (only = 1),
    until text    not null
) strict;

-- Always empty: written to and emptied again, to see whether the disk has room.
create table write_probe
(
    filler blob not null
) strict;
