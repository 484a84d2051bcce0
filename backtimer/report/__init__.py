"""The report: chosen workouts as one self-contained HTML page. Records in, text out."""
