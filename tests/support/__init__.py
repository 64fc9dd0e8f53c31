"""What several tests share; no test takes anything from the module of another."""
