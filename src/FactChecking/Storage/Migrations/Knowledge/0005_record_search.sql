-- What records are looked for by: a row for each record that people search or list.
-- Whoever deletes or changes a record takes its entry out (the triggers below); a publication enters what has none.
create table record_entries (
    number integer primary key autoincrement,
    kind text not null,
    id text not null,
    -- Localized text, as it is listed.
    title text not null,
    -- Publisher of a claim or document, kind of an entity or agreement.
    detail text,
    -- ISO 8601, perhaps a month or a year only; '' when none is known.
    date text not null,
    unique (kind, id)
) strict;

-- Lists by date, of a language ('' for all), read by keyset: no list is counted, none is skipped through.
create table record_lists (
    kind text not null,
    language text not null,
    date text not null,
    number integer not null references record_entries (number) on delete cascade,
    primary key (kind, language, date, number)
) strict, without rowid;

create index lists_of_record on record_lists (number);

-- Ids, names, domains and Telegram names, folded: what is typed in full is found first.
create table record_keys (
    key text not null,
    number integer not null references record_entries (number) on delete cascade,
    primary key (key, number)
) strict, without rowid;

create index keys_of_record on record_keys (number);

-- Texts are folded before they come here, each Han character a word of its own. `facets` holds kind, languages, years and sites as words.
create virtual table record_search using fts5 (
    names, more, facets,
    content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);

create trigger entries_leave_search after delete on record_entries
begin
    delete from record_search where rowid = old.number;
end;

create trigger claims_leave_entries after delete on claims
begin
    delete from record_entries where kind = 'claim' and id = old.id;
end;

create trigger documents_leave_entries after delete on documents
begin
    delete from record_entries where kind = 'document' and id = old.id;
end;

create trigger entities_leave_entries after delete on entities
begin
    delete from record_entries where kind = 'entity' and id = old.id;
end;

create trigger agreements_leave_entries after delete on agreements
begin
    delete from record_entries where kind = 'agreement' and id = old.id;
end;

create trigger chains_leave_entries after delete on chains
begin
    delete from record_entries where kind = 'chain' and id = old.id;
end;

create trigger events_leave_entries after delete on events
begin
    delete from record_entries where kind = 'event' and id = old.id;
end;

create trigger narratives_leave_entries after delete on narratives
begin
    delete from record_entries where kind = 'narrative' and id = old.id;
end;

create trigger mechanisms_leave_entries after delete on mechanisms
begin
    delete from record_entries where kind = 'mechanism' and id = old.id;
end;

create trigger new_variants_leave_entries after insert on claim_variants
begin
    delete from record_entries where kind = 'claim' and id = new.claim_id;
end;

create trigger old_variants_leave_entries after delete on claim_variants
begin
    delete from record_entries where kind = 'claim' and id = old.claim_id;
end;
