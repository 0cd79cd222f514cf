"""The graph: one store protocol, two stores, and what is written to them."""
