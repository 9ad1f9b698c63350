"""How much may go out in a minute: a bucket that fills at a steady rate.

Own code rather than aiolimiter, which is well kept: that one cannot give back what an estimate took too much,
refuses an amount larger than its burst, lets a whole minute's worth out at once, and reads the loop's clock.
"""

from extractor.jobs.clock import Clock

MINUTE = 60.0


class Bucket:
    """Lets out at most `per_minute` in any minute, spread over it; a second's worth may go at once.

    `per_minute` may be changed at any time; it counts for what is taken from then on.
    """

    def __init__(self, per_minute: float, clock: Clock) -> None:
        if per_minute <= 0:
            raise ValueError("nothing would ever go out")
        self.per_minute = per_minute
        self._clock = clock
        self._level = self._burst
        self._filled = clock.time()

    @property
    def _burst(self) -> float:
        return max(1.0, self.per_minute / MINUTE)

    @property
    def _rate(self) -> float:
        """Per second, such that what a full bucket holds and what a minute adds are `per_minute` together."""
        return (self.per_minute - self._burst + 1.0) / MINUTE

    def take(self, amount: float = 1.0) -> float:
        """Take it now; how many seconds to wait before it may be used. Who comes later waits longer."""
        self._fill()
        self._level -= amount
        return max(0.0, -self._level / self._rate)

    def give_back(self, amount: float) -> None:
        """Return what was taken too much; a negative amount takes what was too little."""
        self._level += amount

    def _fill(self) -> None:
        now = self._clock.time()
        self._level = min(self._burst, self._level + (now - self._filled) * self._rate)
        self._filled = now
