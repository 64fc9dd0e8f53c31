"""The browsers of the tests: where this machine has them, how they start, what each needs to be driven."""

from tests.support.browsers import chromium, firefox, old_chromium, webkit

__all__ = ["chromium", "firefox", "old_chromium", "webkit"]
