"""Who is responsible, as a parenthesis, a line, a row or a sentence of a document prints it."""
