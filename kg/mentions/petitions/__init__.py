"""Petitions by their titles, by what they ask, and by the pages that list them.

May not use the dates.
"""
