"""Quantiles of the distributions that intervals need. The one file here that imports scipy."""


def beta(p: float, a: float, b: float) -> float:
    """The quantile of Beta(a, b)."""
    from scipy.special import betaincinv  # noqa: PLC0415 - scipy costs a quarter of a second

    return float(betaincinv(a, b, p))


def student(p: float, degrees: int) -> float:
    """The quantile of Student's t."""
    from scipy.special import stdtrit  # noqa: PLC0415 - the same

    return float(stdtrit(degrees, p))


def normal(p: float) -> float:
    """The quantile of the normal distribution."""
    from scipy.special import ndtri  # noqa: PLC0415 - the same

    return float(ndtri(p))
