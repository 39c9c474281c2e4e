-- Digest of the record a matter was imported from: the same record again changes nothing.
alter table matters add column source_digest text;
