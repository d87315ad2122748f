"""Dates in prose: from the words of time to the dates that they stand for; `article.py` is the door.

Sees tokens and text alone, never names.
"""
