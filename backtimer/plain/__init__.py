"""A workout led line by line: for screen readers, braille lines, pipes and logs."""
