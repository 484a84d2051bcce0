"""Text as people and terminals read it: made safe, measured in cells, put into columns."""
