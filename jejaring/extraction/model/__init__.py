"""A trained encoder: names, topics, and how likely two mentions stand in which relation.

`FOLDER` holds the files that training/encoder.py writes; training and measuring may set another.
"""

from importlib.resources import files
from importlib.resources.abc import Traversable

FOLDER: Traversable = files("jejaring.extraction.model")
