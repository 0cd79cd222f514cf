# The same as dev.py, for those who like make.
.PHONY: demo test check ci soak bench
SHELL := bash -o pipefail
demo test check:
	python3 dev.py $@
ci:
	.ci/run
# Full counts of the long runs, and what loading costs; the logs are committed in benchmarks/results/.
soak bench:
	mkdir -p benchmarks/results
	.venv/bin/python benchmarks/$(if $(filter bench,$@),load,$@).py 2>&1 | tee benchmarks/results/$(if $(filter bench,$@),load,$@).log
