"""How much may go out in a minute: a bucket that fills at a steady rate.

Own code rather than aiolimiter, which is well kept: that one cannot give back what an estimate took too much,
refuses an amount larger than its burst, lets a whole minute's worth out at once, and reads the loop's clock.
"""

from collections.abc import Callable

from extractor.jobs.clock import Clock

MINUTE = 60.0
_ON_ITS_WAY = 2.0
"""Seconds by which one request may take longer to the server than another: minutes are counted there too."""
_NOUGHT = -1e-9


class Bucket:
    """Lets out at most `per_minute` in any minute, spread over it; a second's worth may go at once.

    `per_minute` may be changed at any time; it counts for what is drawn from then on.
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
        """Per second, such that a full bucket and what a minute adds are `per_minute` together.

        That minute is a little longer than one, so that it holds at the server what it holds here.
        """
        return (self.per_minute - self._burst + 1.0) / (MINUTE + _ON_ITS_WAY)

    async def draw(self, amount: Callable[[], float]) -> float:
        """Wait until it may be used; how much that was. One at a time may draw: see Throttle.

        `amount` is asked again after each wait, and what others gave back or took meanwhile counts: an
        estimate that turns out wrong delays the next to go, not only those who come later.
        """
        drawn = 0.0
        try:
            while True:
                self._fill()
                self._level, drawn = self._level + drawn, amount()
                self._level -= drawn
                if self._level >= _NOUGHT:
                    return drawn
                await self._clock.sleep(-self._level / self._rate)
        except BaseException:
            self._level += drawn
            raise

    def give_back(self, amount: float) -> None:
        """Return what was drawn too much; a negative amount takes what was too little."""
        self._level += amount

    def _fill(self) -> None:
        now = self._clock.time()
        self._level = min(self._burst, self._level + (now - self._filled) * self._rate)
        self._filled = now
