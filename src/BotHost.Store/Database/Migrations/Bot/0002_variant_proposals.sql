-- Wordings that people said mean a claim, for a maintainer to look at: nothing about who said so, or where. A number is
-- never given twice, so that what a maintainer accepts is what was listed.
create table variant_proposals
(
    number    integer primary key autoincrement,
    claim_id  text    not null,
    language  text    not null,
    text      text    not null,
    words     text    not null, -- the text's folded words: equal for what says the same
    confirmed integer not null,
    first_day text    not null,
    last_day  text    not null,
    unique (claim_id, words)
) strict;

create index variant_proposals_by_day on variant_proposals (first_day);
