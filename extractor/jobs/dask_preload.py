"""Loaded by each worker of a local cluster when it starts.

Ctrl-C at a terminal, and its end, reach all processes; the job says when workers end.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
