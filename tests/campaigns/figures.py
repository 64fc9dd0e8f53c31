"""How the figures of a campaign are said: with their denominator, and with what the number of trials allows to
claim."""


def rate(faults: int, trials: int) -> str:
    """« 0 of 300 (< 1.0 % at 95 %) »: without any fault, the true rate is below 3 / trials (rule of three)."""
    if faults or not trials:
        return f"{faults} of {trials}"
    highest = min(100, 300 / trials)
    return f"0 of {trials} (< {highest:.3g} % at 95 %)"
