"""What to do: sessions as they are written, read and found."""
