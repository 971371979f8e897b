-- What was answered, counted by week; of nobody and of no chat. A week is the ISO date of its Monday (UTC).
create table weekly_decisions
(
    week     text    not null,
    place    text    not null check (place in ('private', 'group', 'unasked', 'guest', 'inline')),
    language text    not null,
    decision text    not null check (decision in ('answer', 'ask', 'none', 'not_checkable')),
    count    integer not null,
    primary key (week, place, language, decision)
) strict, without rowid;

create table weekly_claims
(
    week     text    not null,
    claim_id text    not null,
    count    integer not null,
    primary key (week, claim_id)
) strict, without rowid;

create table weekly_feedback
(
    week     text    not null,
    language text    not null,
    kind     text    not null check (kind in ('helpful', 'not_helpful', 'wrong_match')),
    count    integer not null,
    primary key (week, language, kind)
) strict, without rowid;
