"""Erasing a shared computer leaves nothing of the pupil on the disk; without encryption, the same wipe does."""

import struct

import cramjam
import pytest

from tests.campaigns.leveldb import LOG_BLOCK, MAGIC, contents
from tests.campaigns.wipes import campaign

pytestmark = pytest.mark.campaign


def test_wiping_a_shared_computer_leaves_no_marker(playwright, server, tmp_path):
    tally = campaign(playwright, server.address, tmp_path, True, 1)
    assert (tally.wipes, tally.found, tally.unproved) == (1, [], 0)
    assert tally.files > 20


def test_control_clear_drafts_leave_markers_after_the_same_wipe(playwright, server, tmp_path):
    tally = campaign(playwright, server.address, tmp_path, False, 1)
    assert (tally.wipes, len(tally.found), tally.unproved) == (1, 1, 0)


def test_the_scan_reads_inside_compressed_blocks_and_across_the_pieces_of_a_log():
    word = b"Zqabcdefghijklmn"
    block = bytes(cramjam.snappy.compress_raw(b"x" * 50 + word[:8] + b"x" * 40 + word[:8] + word[8:]))
    handle = bytes([0]) + bytes([len(block)])
    entry = bytes([0, 1, len(handle)]) + b"k" + handle
    index = entry + struct.pack("<II", 0, 1)
    start = len(block) + 5
    footer = bytes([0, 0, start, len(index)])
    table = block + b"\x01" + b"\0" * 4 + index + b"\0" * 5 + footer.ljust(40, b"\0") + struct.pack("<Q", MAGIC)
    assert word not in table and word in contents("000005.ldb", table)
    first = b"y" * (LOG_BLOCK - 7 - 8) + word[:8]
    log = struct.pack("<IHB", 0, len(first), 2) + first + struct.pack("<IHB", 0, 8, 4) + word[8:]
    assert word not in log and word in contents("000003.log", log)
