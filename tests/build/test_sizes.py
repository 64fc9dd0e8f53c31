"""What a first visit weighs, and what is kept for use without a connection: brotli 11, as ``python -m tests.bench``."""

from concurrent.futures import ThreadPoolExecutor

import brotli

from tests.bench.__main__ import FIRST_VISIT
from tests.bench.variants import precached

LIGHTEST_FIRST, LIGHTEST_KEPT = 300_000, 700_000
"""Under which something would be missing."""
HEAVIEST_FIRST, HEAVIEST_KEPT = 375_000, 850_000


def test_neither_a_first_visit_nor_what_is_kept_grows(built):
    names = sorted(precached(built))
    with ThreadPoolExecutor() as pool:
        sizes = dict(zip(names, pool.map(lambda name: len(brotli.compress((built / name).read_bytes())), names)))
    assert LIGHTEST_FIRST < sum(sizes[name] for name in FIRST_VISIT) <= HEAVIEST_FIRST
    assert LIGHTEST_KEPT < sum(sizes.values()) <= HEAVIEST_KEPT
