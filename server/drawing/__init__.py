"""Drawings of answers as plain geometry, which templates write as SVG: it may not ask the view, nor know requests."""
