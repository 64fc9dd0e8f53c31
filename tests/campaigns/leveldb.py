"""What a LevelDB file really holds: the blocks of its tables, decompressed; a log is plain bytes but for its
headers."""

import struct

import cramjam

FOOTER = 48
MAGIC = 0xDB4775248B80FB57
TRAILER = 5
SNAPPY = 1
LOG_BLOCK, LOG_HEADER = 32768, 7


def contents(name: str, data: bytes) -> bytes:
    """The bytes of a file, followed by what its compressed or cut parts hold where it is a LevelDB table or log."""
    if name.endswith(".ldb"):
        return data + b"".join(_blocks(data))
    if name.endswith(".log"):
        return data + _joined(data)
    return data


def _blocks(data: bytes) -> list[bytes]:
    """Every data block of a table; [] where it is not a whole table."""
    if len(data) < FOOTER or struct.unpack("<Q", data[-8:])[0] != MAGIC:
        return []
    position = len(data) - FOOTER
    for _ in range(2):  # the handle of the metaindex, then that of the index
        offset, position = _varint(data, position)
        size, position = _varint(data, position)
    index = _block(data, offset, size)
    found, position = [], 0
    end = len(index) - 4 * (struct.unpack("<I", index[-4:])[0] + 1)
    while position < end:
        _, position = _varint(index, position)
        fresh, position = _varint(index, position)
        length, position = _varint(index, position)
        handle = index[position + fresh:position + fresh + length]
        position += fresh + length
        offset, after = _varint(handle, 0)
        found.append(_block(data, offset, _varint(handle, after)[0]))
    return found


def _block(data: bytes, offset: int, size: int) -> bytes:
    raw = data[offset:offset + size]
    return bytes(cramjam.snappy.decompress_raw(raw)) if data[offset + size] == SNAPPY else raw


def _varint(data: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[position]
        position += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, position
        shift += 7


def _joined(data: bytes) -> bytes:
    """The records of a log without the headers that cut them, every 32 kB at least."""
    pieces, position = [], 0
    while position + LOG_HEADER <= len(data):
        left = LOG_BLOCK - position % LOG_BLOCK
        if left < LOG_HEADER:
            position += left
            continue
        length = struct.unpack("<H", data[position + 4:position + 6])[0]
        if length == 0 or length > left - LOG_HEADER:
            position += left
            continue
        pieces.append(data[position + LOG_HEADER:position + LOG_HEADER + length])
        position += LOG_HEADER + length
    return b"".join(pieces)
