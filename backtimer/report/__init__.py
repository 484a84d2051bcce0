"""The report: chosen workouts as one HTML page. Records in, text out."""
