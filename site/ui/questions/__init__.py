"""The questions of the form in a page: filled, heard, judged while somebody types."""
