"""What can be asked: the kinds of answer, and the questions, lists and pages that a form is made of."""
