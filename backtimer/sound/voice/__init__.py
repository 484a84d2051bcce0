"""The voice: texts made into phrases, ahead of their time, in a process of its own."""
