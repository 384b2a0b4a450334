"""The text of a document in TXT, DOCX or HTML: plain lines, the cells of a table between tabs."""
