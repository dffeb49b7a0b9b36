"""What breaks bots, done to this one: short in the suite, long with `python -m tests.faults`."""
