"""The draft that this browser keeps: saved, taken back, shared between tabs, its former states and versions."""
