"""The questions of the form in a page: filled, judged while somebody types."""
