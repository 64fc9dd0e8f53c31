"""The texts that the rules cite, each with its archived words and its reading status."""
