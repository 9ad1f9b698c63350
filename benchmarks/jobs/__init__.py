"""What the benchmarks of jobs share. Not shipped."""
