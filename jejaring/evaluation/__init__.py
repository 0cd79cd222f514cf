"""How right extraction is: gold articles, their scores, and drafts made from gold to test one step alone."""
