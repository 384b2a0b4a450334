"""Tests of generator/office/ingest/cells/."""
