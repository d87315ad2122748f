"""Happenings told by several articles: one identity, and where the tellings differ.

Sees events alone, never sentences.
"""
