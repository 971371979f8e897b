-- What curators publish. Texts in several languages are JSON objects keyed by language code.
-- `source` says what a row came from: 'data' for the files of data/, else the name of an import.

create table meta (
    key text primary key,
    value text not null
) strict;

create table documents (
    id text primary key,
    source text not null,
    title text not null,
    publisher text not null,
    author text,
    publisher_type text,
    date text,
    language text,
    kind text not null,
    seen text not null,
    url text,
    note text
) strict;

create table entities (
    id text primary key,
    source text not null,
    kind text not null,
    country text,
    alias_warning text,
    status text,
    domain_note text,
    ownership_status text
) strict;

create table entity_names (
    entity_id text not null references entities (id) on delete cascade,
    language text not null,
    ordinal integer not null,
    name text not null,
    primary key (entity_id, language, ordinal)
) strict;

create table entity_domains (
    entity_id text not null references entities (id) on delete cascade,
    domain text not null,
    primary key (entity_id, domain)
) strict;

create table ownership (
    id text primary key,
    source text not null,
    subject text not null references entities (id),
    relation text not null,
    object text references entities (id),
    valid_from text,
    valid_to text,
    confidence text not null,
    note text
) strict;

create table labels (
    id text primary key,
    source text not null,
    label text not null,
    assigned_by text not null,
    valid_from text,
    valid_to text,
    note text
) strict;

create table label_entities (
    label_id text not null references labels (id) on delete cascade,
    entity_id text not null references entities (id),
    primary key (label_id, entity_id)
) strict;

create table agreements (
    id text primary key,
    source text not null,
    date text,
    date_precision text not null,
    title text not null,
    place text,
    kind text not null,
    confidence text not null,
    note text
) strict;

create table agreement_parties (
    agreement_id text not null references agreements (id) on delete cascade,
    ordinal integer not null,
    entity_id text not null references entities (id),
    primary key (agreement_id, ordinal)
) strict;

-- Someone present or signing: an entity of ours, or a name as the source gives it.
create table agreement_people (
    agreement_id text not null references agreements (id) on delete cascade,
    role text not null check (role in ('in_presence_of', 'signatory')),
    ordinal integer not null,
    entity_id text references entities (id),
    name text,
    primary key (agreement_id, role, ordinal),
    check ((entity_id is null) <> (name is null))
) strict;

create table agreement_terms (
    agreement_id text not null references agreements (id) on delete cascade,
    ordinal integer not null,
    text text not null,
    primary key (agreement_id, ordinal)
) strict;

create table agreement_questions (
    agreement_id text not null references agreements (id) on delete cascade,
    ordinal integer not null,
    text text not null,
    primary key (agreement_id, ordinal)
) strict;

create table mechanisms (
    id text primary key,
    source text not null,
    name text not null,
    kind text not null,
    description text not null,
    note text
) strict;

create table events (
    id text primary key,
    source text not null,
    date text not null,
    precision text not null,
    title text not null,
    note text
) strict;

create table narratives (
    id text primary key,
    source text not null,
    name text not null,
    kind text not null,
    description text not null
) strict;

create table claims (
    number integer primary key,
    id text not null unique,
    -- Short form of the id for buttons and links; the same in every generation.
    key text not null unique,
    source text not null,
    parent text references claims (id) deferrable initially deferred,
    checkable integer not null,
    normalized_verdict text not null,
    verdict_note text,
    text text not null,
    "when" text
) strict;

create table claim_narratives (
    claim_id text not null references claims (id) on delete cascade,
    narrative_id text not null references narratives (id),
    primary key (claim_id, narrative_id)
) strict;

create table claim_entities (
    claim_id text not null references claims (id) on delete cascade,
    role text not null check (role in ('said_by', 'spread_where')),
    ordinal integer not null,
    entity_id text not null references entities (id),
    primary key (claim_id, role, ordinal)
) strict;

create table claim_variants (
    claim_id text not null references claims (id) on delete cascade,
    ordinal integer not null,
    language text not null,
    form text not null,
    origin text not null,
    synthetic integer not null,
    text text not null,
    primary key (claim_id, ordinal)
) strict;

create table debunks (
    claim_id text not null references claims (id) on delete cascade,
    ordinal integer not null,
    document_id text not null references documents (id),
    scope text not null,
    rating text,
    quote text,
    -- What the quote is: only a finding is shown as one.
    quote_role text not null check (quote_role in ('finding', 'reviewed_claim', 'context')),
    note text,
    primary key (claim_id, ordinal)
) strict;

-- A page that copies the form of a fact-check is the disinformation: it never stands as a debunk.
create trigger debunks_refuse_pseudo_factcheckers before insert on debunks
when (select publisher_type from documents where id = new.document_id) = 'pseudo_factchecker'
begin
    select raise(abort, 'a pseudo-fact-checker cannot be the publisher of a debunk');
end;

create table established (
    id text primary key,
    claim_id text not null references claims (id) on delete cascade,
    ordinal integer not null,
    side text,
    text text not null
) strict;

create index established_of_claim on established (claim_id, ordinal);

create table chains (
    id text primary key,
    source text not null,
    title text not null,
    origin_status text not null,
    origin_text text not null,
    earliest_record text references appearances (id) deferrable initially deferred,
    note text
) strict;

create table appearances (
    id text primary key,
    chain_id text not null references chains (id) on delete cascade,
    claim_id text not null references claims (id) deferrable initially deferred,
    carrier text references entities (id),
    carrier_text text,
    date text not null,
    language text,
    url text,
    url_document text references documents (id),
    role text not null,
    confidence text not null,
    reported_at text,
    host_text text,
    note text,
    check (carrier is not null or carrier_text is not null)
) strict;

create table appearance_claims (
    appearance_id text not null references appearances (id) on delete cascade,
    claim_id text not null references claims (id) deferrable initially deferred,
    relation text not null,
    primary key (appearance_id, claim_id)
) strict;

create table relays (
    id text primary key,
    chain_id text not null references chains (id) on delete cascade,
    from_appearance text not null references appearances (id) on delete cascade,
    to_appearance text not null references appearances (id) on delete cascade,
    relation text not null,
    confidence text not null,
    note text
) strict;

create table chain_claims (
    chain_id text not null references chains (id) on delete cascade,
    claim_id text not null references claims (id) deferrable initially deferred,
    primary key (chain_id, claim_id)
) strict;

create index chains_of_claim on chain_claims (claim_id);

create table chain_steps (
    chain_id text not null references chains (id) on delete cascade,
    ordinal integer not null,
    appearance_id text not null references appearances (id),
    primary key (chain_id, ordinal)
) strict;

create table chain_agreements (
    chain_id text not null references chains (id) on delete cascade,
    ordinal integer not null,
    agreement_id text not null references agreements (id),
    connection text not null,
    display integer not null,
    primary key (chain_id, ordinal)
) strict;

create table origin_candidates (
    id text primary key,
    chain_id text not null references chains (id) on delete cascade,
    ordinal integer not null,
    who text not null,
    date text
) strict;

create table outlet_policies (
    id text primary key,
    source text not null,
    outlet text not null references entities (id),
    link_policy text not null,
    reason text not null
) strict;

create table quality_flags (
    id text primary key,
    source text not null,
    severity text not null,
    text text not null
) strict;

create table quality_flag_subjects (
    flag_id text not null references quality_flags (id) on delete cascade,
    subject text not null,
    primary key (flag_id, subject)
) strict;

-- What a record rests on. `record_id` is the id of any record above.
create table evidence (
    record_id text not null,
    ordinal integer not null,
    source text not null,
    document_id text not null references documents (id),
    sentence text,
    quote text,
    location text,
    primary key (record_id, ordinal)
) strict;

create index ownership_of_subject on ownership (subject);

-- Every text that a message is matched with, and what analysis made of it, so that a start reads it and no more:
-- `terms` are the hashed terms in order, 4 bytes each, little-endian; `grams` the hashed runs of four characters of its
-- beginning, 2 bytes each; `numbers` are separated by spaces.
create table passages (
    claim_number integer not null references claims (number) on delete cascade,
    ordinal integer not null,
    field text not null check (field in ('claim', 'variant', 'title', 'summary')),
    language text,
    script integer not null,
    text text not null,
    terms blob not null,
    grams blob not null,
    numbers text not null,
    primary key (claim_number, ordinal)
) strict, without rowid;

-- Addresses that stand for a claim: where it appeared, and where it was checked. In canonical form (CanonicalLink).
create table claim_links (
    link text not null,
    claim_number integer not null references claims (number) on delete cascade,
    primary key (link, claim_number)
) strict, without rowid;

create index claim_links_of_claim on claim_links (claim_number);
