"""What people write, whatever it answers: characters, typography, days and times of day, names of countries."""
