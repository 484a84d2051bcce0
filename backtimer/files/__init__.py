"""Files on disk: atomic writes, locks, names that overwrite nothing, and folders."""
