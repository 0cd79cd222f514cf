# The same as dev.py, for those who like make.
.PHONY: demo test check ci soak bench
SHELL := bash -o pipefail
demo test check:
	python3 dev.py $@
ci:
	.ci/run
# Full counts of the long runs, and what loading costs; the logs are committed in benchmarks/results/.
soak:
	mkdir -p benchmarks/results
	.venv/bin/python benchmarks/soak.py 2>&1 | tee benchmarks/results/soak.log
bench:
	mkdir -p benchmarks/results
	.venv/bin/python benchmarks/load.py 2>&1 | tee benchmarks/results/load.log
