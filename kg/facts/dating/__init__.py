"""When: the date that the grammar gives an event, and the one that its text gives it where the grammar has none.

May not use who got which punishment, nor how articles compare.
"""
