"""Compiled forms and resources, written by packaging/build_forms.py; never edited by hand."""
