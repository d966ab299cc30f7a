"""Rows in, PDF and XLSX bytes out; equal input gives equal bytes."""
