"""Tests of generator/office/ingest/."""
