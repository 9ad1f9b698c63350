"""`python -m extractor` is the command `extractor`."""

from extractor.cli.main import main

main()
