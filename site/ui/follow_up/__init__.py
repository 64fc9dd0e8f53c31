"""« Suivi »: deadlines, the log, bilans, avenant."""
