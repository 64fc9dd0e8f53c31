"""Thresholds and calendars as data, with their source and date."""
