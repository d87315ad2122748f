"""Laws, treaties, bills and their articles, by title, by number and by what they do.

May not use petitions or dates.
"""
