"""One file per deed; the tools of a deed arrive as ports."""
