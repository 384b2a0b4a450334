"""The engine, MkDocs: its settings, its runs, and pages in its theme."""
