"""« Documents »: listed, previewed, composed, and why they would be drafts."""
