"""What every screen stands on: the document, the clock, data of the page, work that waits."""
