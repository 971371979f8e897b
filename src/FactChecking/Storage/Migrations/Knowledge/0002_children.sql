-- Whoever deletes a document or a claim makes SQLite look for what names it: without these, in every row.
create index debunks_of_document on debunks (document_id);
create index evidence_of_document on evidence (document_id);
create index claims_of_parent on claims (parent) where parent is not null;
