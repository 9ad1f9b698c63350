"""Many pages: inputs, a run folder that loses nothing, resume, flow, progress."""
