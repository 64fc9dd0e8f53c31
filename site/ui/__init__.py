"""The only code that touches the page: it binds the frozen HTML to ``pid_rules``."""
