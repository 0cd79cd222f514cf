"""The optional extractor that asks a language model over a chat completion API (docs/llm.md)."""

from jejaring.extraction.llm.errors import LlmError
from jejaring.extraction.llm.estimate import Estimate, cost, estimate
from jejaring.extraction.llm.extractor import LlmExtractor, Tally

__all__ = ["Estimate", "LlmError", "LlmExtractor", "Tally", "cost", "estimate"]
