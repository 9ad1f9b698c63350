"""Rules by kind of value: verbatim, enum, number, date, boolean, name of a table."""
