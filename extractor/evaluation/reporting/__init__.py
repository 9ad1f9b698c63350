"""Reports of an evaluation: one set of numbers, and the forms that print them."""
