"""The steps of the build: each module makes one part of ``dist/`` and knows nothing of the others."""
