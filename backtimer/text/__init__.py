"""Text as people and terminals read it: made safe, laid out in cells, numbers humanised."""
