"""The timetable and the hours of the stages."""
