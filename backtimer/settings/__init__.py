"""What a person has set: config.toml, read and changed."""
