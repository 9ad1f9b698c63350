"""Provider batch files: requests out as JSONL, answers back into the cache, round after round."""
