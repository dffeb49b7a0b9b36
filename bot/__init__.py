"""Receives updates and starts, confirms and stops; the only room that knows all others."""
