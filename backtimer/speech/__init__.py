"""What is said, and when: words and instants only. Nothing here makes a sound."""
