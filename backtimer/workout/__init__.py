"""What is happening: a pure core that is told the time."""
