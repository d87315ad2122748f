"""Petitions: who made them, the lines of their pages, their counts and what became of them.

May not use the relations or the dates of events.
"""
