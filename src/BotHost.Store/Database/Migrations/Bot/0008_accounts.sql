-- The maintainers who may use the desk.
create table accounts
(
    number        integer primary key autoincrement,
    name          text    not null,
    name_key      text    not null unique,     -- the name folded: SQLite itself compares the letters of English only
    role          text    not null check (role in ('reader', 'editor', 'publisher')),
    password_hash text,                        -- null until a password is chosen, and for who signs in elsewhere
    subject       text unique,                 -- who it is to an OpenID Connect provider: issuer and subject
    disabled      integer not null default 0,
    failed        integer not null default 0,  -- wrong passwords since the last right one
    locked_until  text,
    created_at    text    not null
) strict;

-- Signed-in browsers. One whose row is gone is out at its next request.
create table sessions
(
    number     integer primary key autoincrement,
    token_hash text    not null unique,
    account    integer not null references accounts (number) on delete cascade,
    created_at text    not null,
    last_seen  text    not null                -- to the hour
) strict;

create index sessions_by_account on sessions (account);

-- Who signed in or tried to, and when; never from where.
create table sign_ins
(
    number  integer primary key autoincrement,
    at      text not null,
    account integer references accounts (number) on delete cascade,
    name    text,                              -- the name tried where nobody has it; null where it cannot be a name
    outcome text not null
) strict;

create index sign_ins_by_account on sign_ins (account);

-- Links that may be used once: to become the first maintainer (no account yet), or to choose a password.
create table one_time_links
(
    token_hash text primary key,
    purpose    text not null check (purpose in ('first', 'invitation', 'reset')),
    account    integer references accounts (number) on delete cascade,
    expires_at text not null
) strict;
