"""Who is to do what by when: roles in the words of documents, deadlines and steps."""
