"""What is heard: tones, mixed and timed in a process of their own."""
