"""Long checks, run by hand: the same reports on both engines, and mutants of the rules that the cases must kill."""
