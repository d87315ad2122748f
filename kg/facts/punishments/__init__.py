"""Punishments and restraints: their type, their measure, and who got which.

May not use dates or relations.
"""
