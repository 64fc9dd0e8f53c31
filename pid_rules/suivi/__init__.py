"""What follows the sending: deadlines, steps, revisions, avenants, what a bilan may begin with."""
