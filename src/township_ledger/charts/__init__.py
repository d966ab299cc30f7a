"""Figures as primitives (rect, line, wedge, text), painted by ui on screen and by reports on paper."""
