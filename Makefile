# One word for each action; `make test` is all of them, on a machine that has nothing but Rust.
.DEFAULT_GOAL := test
.PHONY: test tools fmt mirror lint bare docs quick slow targets examples bench gate journal python node swift border api crossing crossing-swift deny fuzz mutants
.NOTPARALLEL:

# Where Rust's installer puts it, for a shell that has not been told yet.
export PATH := $(PATH):$(HOME)/.cargo/bin

# Counting instructions takes one core and does not mind who has the other: the packages are tested meanwhile.
test: lint bare quick targets slow docs examples bench
	@$(MAKE) --no-print-directory gate >target/gate.log 2>&1 & gate=$$!; \
	$(MAKE) --no-print-directory python node swift api; packages=$$?; \
	wait $$gate; counted=$$?; cat target/gate.log; exit $$((packages + counted))

# Says clearly what is missing.
tools:
	@command -v cargo >/dev/null || { \
	    echo "error: cargo is missing: install Rust (stable, with rustfmt and clippy), then run make again" >&2; \
	    exit 1; }
	@cargo fmt --version >/dev/null 2>&1 || { echo "error: rustfmt is missing: run 'rustup component add rustfmt'" >&2; exit 1; }
	@cargo clippy --version >/dev/null 2>&1 || { echo "error: clippy is missing: run 'rustup component add clippy'" >&2; exit 1; }

# Rewrites the layout of the code; `lint` only compares.
fmt: tools
	cargo fmt

# What the bindings have of the commands, events and refusals of the core, from its sources; `lint` only compares.
mirror: tools
	cargo run -p refdesk-mirror --locked

lint: tools
	cargo fmt --check
	cargo run -q -p refdesk-mirror --locked -- --check
	cargo clippy --workspace --no-default-features --all-targets --locked -- -D warnings

# The library without the standard library. `#![no_std]` makes it a compile error to name `std`
# (a clock, a file, a thread, a socket), and the crates it uses must not bring it in either: what
# is asked of each of them is listed, and `std` may not be there.
bare: tools
	cargo check -p refdesk --lib --locked
	@grep -qx '#!\[no_std\]' core/src/lib.rs || { echo "error: core/src/lib.rs is not no_std" >&2; exit 1; }
	@asked="$$(cargo tree -p refdesk --locked --prefix none -e normal,features,no-proc-macro)" || exit 1; \
	if echo "$$asked" | grep 'feature "std"'; then \
	    echo "error: a dependency of the library asks for the standard library" >&2; exit 1; fi

# The ordinary tests, with the examples in the documentation, but for `exhaustive` and `weeks`, which `slow` has; and
# all that fuzzing has found, by hand: what the default feature of `fuzz` brings, the engine, needs a C++ compiler.
quick: tools
	cargo test --workspace --exclude refdesk-python --exclude refdesk-node --exclude refdesk-swift --no-default-features --locked

# The fuzz targets, so that none of them breaks unseen.
targets: tools
	@if command -v c++ >/dev/null; then \
	    cargo build -p refdesk-fuzz --bins --locked; \
	else \
	    echo "targets: a C++ compiler is missing, so the fuzz targets are not built; going on without"; \
	fi

# The tests against queueing theory, millions of chats, all that may happen at small desks, and weeks that are
# replayed from their journals, so optimised. It says how many moments there were.
slow: tools
	cargo test --profile trial -p refdesk --locked --no-run --test theory --test exhaustive --test what_if --test weeks
	cargo test --profile trial -p refdesk --locked --test theory -- --include-ignored
	cargo test --profile trial -p refdesk --locked --test exhaustive -- --show-output
	cargo test --profile trial -p refdesk --locked --test what_if -- --include-ignored
	cargo test --profile trial -p refdesk --locked --test weeks -- --show-output

docs: tools
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --exclude refdesk-fuzz --exclude refdesk-mirror --exclude refdesk-python --exclude refdesk-node --exclude refdesk-swift --all-features --no-deps --locked

# The story once, from beginning to end, and the host that is shown in every language, which says what the page says;
# the tests run the others on tables of their own.
examples: tools
	cargo run --profile trial -p refdesk --locked --example night_owl
	cargo run -q --profile trial -p refdesk --locked --example host >target/host.txt
	sed -n '/^```text$$/,/^```$$/{/^```/d;p}' docs/bindings.md | diff - target/host.txt

# Every benchmark once, so that none of them breaks unseen; the bounds on allocations; and the lock file
# of the comparison, which is outside the workspace.
bench: tools
	cargo bench --profile trial -p refdesk-benches --locked --bench allocations --bench chain --bench kept --bench time \
	    --bench worst -- --test
	@cargo tree --locked --manifest-path benches/peers/refdesk/Cargo.toml >/dev/null || { \
	    echo "error: run 'cargo update --workspace' in benches/peers/refdesk: the library asks for other crates" >&2; exit 1; }

# The bounds on instructions: counted, never timed, so that a busy machine changes nothing.
RUNNER := target/tools/bin/gungraun-runner
gate: tools
	@if command -v valgrind >/dev/null; then \
	    $(MAKE) --no-print-directory $(RUNNER) && \
	    GUNGRAUN_RUNNER="$(CURDIR)/$(RUNNER)" cargo bench -p refdesk-benches --locked --bench instructions --bench features; \
	else \
	    echo "gate: valgrind is missing, so instructions are not counted; going on without"; \
	fi

# The program that starts valgrind, in the version of the library that asks for it. It has little to do itself, so it is
# not optimised, which takes twice as long to build.
$(RUNNER): Cargo.lock
	version="$$(cargo pkgid --locked gungraun | sed 's/.*[@#]//')" && \
	    cargo install gungraun-runner --version "=$$version" --locked --debug --root target/tools
	@touch $@

# A random journal of 100,000 commands, and the digest of the state that it leads to: the packages of all languages
# replay it.
journal: tools
	cargo run -q --profile trial -p refdesk --locked --example random_journal -- target/journal

# Python: the package is installed into an environment of its own, and that is tested. Built without optimisation, since
# that takes minutes; `pip install ./bindings-python` alone builds what is fast.
VENV := $(CURDIR)/target/python
python: tools journal
	@if command -v python3 >/dev/null && python3 -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))'; then \
	    python3 -m venv $(VENV) && \
	    $(VENV)/bin/pip install -q --disable-pip-version-check -r bindings-python/tests/requirements.txt && \
	    PATH="$(VENV)/bin:$$PATH" pip install -q --disable-pip-version-check --no-deps --no-build-isolation \
	        --config-settings build-args="--profile dev --locked" ./bindings-python && \
	    cd bindings-python && $(VENV)/bin/pytest -q; \
	else \
	    echo "python: Python 3.11 or later with venv is missing, so the package for it is not tested; going on without"; \
	    [ "$$REFDESK_PYTHON" != required ]; \
	fi

# Node: the package with its types and its tests. Built without optimisation, since that takes minutes;
# `npm run build` in its folder builds what is fast.
node: tools journal
	@if command -v npm >/dev/null && node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)'; then \
	    cd bindings-node && npm ci --no-audit --no-fund && node scripts/build.mjs dev && npm test; \
	else \
	    echo "node: Node 20 or later with npm is missing, so the package for it is not tested; going on without"; \
	    [ "$$REFDESK_NODE" != required ]; \
	fi

# Swift: the package and its tests, by the compiler of this machine or by Debian's (`bindings-swift/swift.sh`). What
# it links stands in a folder that has nothing else. What a panic leaves behind, Rust's own tests look at.
swift: tools journal
	cargo test -q -p refdesk-swift --lib --locked
	cargo build -p refdesk-swift --lib --locked
	@mkdir -p target/swift/lib && cp -u "$${CARGO_TARGET_DIR:-target}/debug/librefdesk_swift.a" target/swift/lib/
	bindings-swift/swift.sh ./check.sh

# What `uniffi` writes for Swift, after a change of what crosses; `swift` only compares what it was written from. What
# writes it takes minutes to build, and is in no other run. `BORDER_LANGUAGE=kotlin make border`
# writes for Kotlin instead, into `target/border`.
BORDER_LANGUAGE ?= swift
border: tools
	cargo build -p refdesk-swift --lib --locked
	cargo run -p refdesk-swift --features bindgen --bin border --locked -- \
	    "$${CARGO_TARGET_DIR:-target}/debug/librefdesk_swift.a" target/border $(BORDER_LANGUAGE)
	@if [ $(BORDER_LANGUAGE) = swift ]; then \
	    cp target/border/RefDeskBorder.swift bindings-swift/Sources/RefDeskBorder/ && \
	    cp target/border/RefDeskFFI.h bindings-swift/Sources/RefDeskFFI/include/ && \
	    bindings-swift/border.sh >bindings-swift/Sources/RefDeskBorder/written-from; \
	fi

# The page of the API for each language, from the same words, in `target/api`: for Python and for Node from its types,
# for Swift by its own tool, of the package as `swift` has built it.
api: tools
	@if [ -x $(VENV)/bin/python ]; then \
	    $(VENV)/bin/python bindings-python/scripts/api.py target/api/python; \
	else \
	    echo "api: there is no environment for Python yet, so its page is not written: run 'make python'; going on without"; \
	fi
	@if command -v node >/dev/null; then \
	    node bindings-node/scripts/api.mjs target/api/node; \
	else \
	    echo "api: Node is missing, so its page is not written; going on without"; \
	fi
	@if [ -d target/swift/build/debug ]; then \
	    mkdir -p target/api/swift && bindings-swift/swift.sh ./api.sh "$$(cd target/api/swift && pwd -P)"; \
	else \
	    echo "api: the package for Swift is not built, so its pages are not written: run 'make swift'; going on without"; \
	fi

# What it costs to cross the border between Python and Rust: `make crossing` prints the table. Not part of `test`: the
# package is built as it is shipped, which takes minutes, and times are never tested.
CROSSING := $(CURDIR)/target/crossing
crossing: tools
	python3 -m venv $(CROSSING)
	$(CROSSING)/bin/pip install -q --disable-pip-version-check -r bindings-python/bench/requirements.txt ./bindings-python
	$(CROSSING)/bin/python bindings-python/bench/crossing.py $(PYPERF)

# The same for Swift.
crossing-swift: tools
	cargo build --profile binding -p refdesk-swift --lib --locked
	@mkdir -p target/swift/release && cp -u "$${CARGO_TARGET_DIR:-target}/binding/librefdesk_swift.a" target/swift/release/
	bindings-swift/swift.sh ./release.sh crossing

# Licences, bans and sources of the dependencies. Not part of `test`: it needs cargo-deny.
deny: tools
	cargo fetch --locked
	cargo deny --offline --locked check licenses bans sources

# Changes the modules that decide in one place at a time (.cargo/mutants.toml) and looks whether a test
# notices. It takes hours, and goes on where it was stopped; what was not noticed is tried again. Not part
# of `test`: it needs cargo-mutants. `MUTANTS="-F core/src/rank.rs"` tries those of one file; with
# `MUTANT_SETTING= MUTANT_TESTS="--lib --tests"` all tests look at what is left, and as hard as they do otherwise.
MUTANTS ?= --shuffle
MUTANT_SETTING ?= REFDESK_ONCE=1 PROPTEST_CASES=60 PROPTEST_RNG_SEED=1
MUTANT_TESTS ?= --test=colleagues --test=desk --test=explain --test=model --test=partners --test=position \
    --test=scenarios --test=snapshot
mutants: tools
	$(MUTANT_SETTING) cargo mutants --iterate $(MUTANTS) $(MUTANT_TESTS:%=--cargo-arg=%)

# Looks for bytes that break something, so many seconds for each target: `SECONDS=60 make fuzz` looks less
# long, `FUZZ=story make fuzz` at one. What is found stops it, and is in `fuzz/artifacts`. Not part of `test`:
# it needs cargo-fuzz.
SECONDS ?= 900
FUZZ ?= command journal setup snapshot story
FOUND := target/fuzz
fuzz: export CARGO_PROFILE_RELEASE_LTO := off
fuzz: tools
	cargo run -p refdesk-fuzz --no-default-features --locked --example seeds -- $(FOUND)/seeds
	for target in $(FUZZ); do \
	    case $$target in story) longest=448 ;; *) longest=16384 ;; esac; \
	    mkdir -p $(FOUND)/$$target && \
	    cargo fuzz run -s none $$target $(FOUND)/$$target fuzz/corpus/$$target $(FOUND)/seeds/$$target -- \
	        -dict=$(FOUND)/seeds/words.dict -max_len=$$longest -timeout=180 -max_total_time=$(SECONDS) -print_final_stats=1 || exit 1; \
	done
