"""Pages on this machine where a person looks at drafts beside their documents, and accepts or rejects them."""
