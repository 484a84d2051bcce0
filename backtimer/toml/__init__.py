"""TOML toolkit: read, decode with every complaint and its line, edit with comments kept."""
