"""jejaring: an event and stakeholder knowledge graph made from news."""

__version__ = "0.1.0"
