"""Loaded by each worker of a local cluster when it starts.

Ctrl-C at a terminal reaches all processes; the job says when workers end.
"""

import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
