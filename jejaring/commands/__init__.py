"""One module a command group: options -> one library call -> print."""
