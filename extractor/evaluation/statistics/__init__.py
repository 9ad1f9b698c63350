"""Statistics with the document as the unit: intervals, tests, power. Nothing here knows records or gold."""
