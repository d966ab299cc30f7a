"""Small widgets of the look."""
