"""What is wrong with a drawing: shapes that run out of it, words that meet other words or are crossed by a mark."""

from pid_rules.drawings.measure import width_of

SHIFT = {"start": 0, "middle": 0.5, "end": 1}


def box(shape):
    """(left, top, right, bottom) of a shape."""
    kind, *given = shape
    if kind == "rect":
        x, y, width, height, _ = given
        return x, y, x + width, y + height
    if kind == "lines":
        ends = given[0]
        return min(ends[::2]), min(ends[1::2]), max(ends[::2]), max(ends[1::2])
    x, y, size, anchor, _, words = given
    width = width_of(words, size)
    left = x - width * SHIFT[anchor]
    return left, y - size * 0.75, left + width, y + size * 0.25


def outside(drawing):
    """The shapes that run out of a drawing; half a letter of measure is allowed."""
    found = []
    for shape in drawing["shapes"]:
        left, top, right, bottom = box(shape)
        if left < -1 or top < -1 or right > drawing["width"] + 1 or bottom > drawing["height"] + 1:
            found.append(shape)
    return found


def meet(one, other):
    """Whether two boxes have more than a point in common."""
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def collisions(drawing):
    """The pairs of words that meet."""
    texts = [shape for shape in drawing["shapes"] if shape[0] == "text"]
    boxes = [box(shape) for shape in texts]
    return [(texts[rank][-1], texts[other][-1]) for rank in range(len(texts)) for other in range(rank)
            if meet(boxes[rank], boxes[other])]


def integers(value):
    """Whether there are only whole numbers in a drawing."""
    if isinstance(value, (list, tuple)):
        return all(integers(one) for one in value)
    if isinstance(value, dict):
        return all(integers(one) for one in value.values())
    return isinstance(value, (int, str))


def words_of(drawing):
    """The words drawn, in order."""
    return [shape[-1] for shape in drawing["shapes"] if shape[0] == "text"]
