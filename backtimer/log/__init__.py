"""What was done: the journal, the logs and what they say."""
