"""``python -m autograder`` is ``autograder``."""

from autograder.cli.main import main

main()
