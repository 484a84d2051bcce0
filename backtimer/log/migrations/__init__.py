"""Migrations of logs from the formats of earlier versions to today's, a module for each format."""
