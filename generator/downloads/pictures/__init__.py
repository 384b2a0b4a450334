"""Pictures as files, and the picture that stands where the page of an indicator is shared."""
