"""Lists of records: each kind of record, all of them or some."""
