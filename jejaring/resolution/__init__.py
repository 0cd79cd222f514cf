"""Mentions -> entities: which stable id a thing of one article has in the graph."""
