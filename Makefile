# make site    set up and build the sample shop      make test    set up and run every check
# make serve   look at it on this machine            make lock    renew the locked versions
#
# Every path is relative, so that the checkout may stand in a folder with spaces. A stamp file says
# which locked versions a step has installed: the second run needs no network.

PYTHON ?= python3
PY := .venv/bin/python
SITE_DATE := 2026-11-22
PIP := $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
LOCK := uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --no-emit-index-url

.PHONY: site serve check test lint types python javascript schemas lock clean

site: .venv/site.stamp
	@$(PY) build.py --date $(SITE_DATE)
	@echo "看一看：make serve，然后打开 http://127.0.0.1:8000/ （知识库 /kb/，演示商品页 /public/demo/）"

serve: .venv/site.stamp
	@$(PY) -m dianzhi serve

check: .venv/site.stamp
	@$(PY) -m dianzhi check --date $(SITE_DATE)

.venv/created.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更高版本：make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "建不了虚拟环境：Debian 上先装 python3-venv" >&2; exit 1; }
	@touch $@

.venv/site.stamp: .venv/created.stamp requirements/build.txt requirements/site.txt
	@echo "· 安装锁定的依赖 …" >&2
	@$(PIP) -r requirements/build.txt
	@$(PIP) --no-build-isolation -r requirements/site.txt
	@touch $@

.venv/dev.stamp: .venv/site.stamp requirements/dev.txt
	@echo "· 安装测试用的依赖 …" >&2
	@$(PIP) --no-build-isolation -r requirements/dev.txt
	@touch $@

# Node, a browser and nginx: found on the machine or installed, and their places noted.
.venv/tools.env: .venv/dev.stamp .ci/find-tools requirements/node.txt
	@bash .ci/find-tools $(PY) > $@.new && mv $@.new $@

widget/node_modules/installed.stamp: widget/package.json widget/package-lock.json | .venv/tools.env
	@echo "· 安装浮窗的开发依赖 …" >&2
	@. .venv/tools.env && cd widget && npm ci --silent --no-audit --no-fund
	@touch $@

test: lint types javascript python
	@echo "全部通过"

lint: .venv/dev.stamp
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

# mypy on Python, tsc on the JavaScript's JSDoc, and whether the committed bundles are fresh.
types: .venv/dev.stamp widget/node_modules/installed.stamp
	$(PY) -m mypy
	. .venv/tools.env && cd widget && npm run --silent check

javascript: widget/node_modules/installed.stamp
	. .venv/tools.env && cd widget && npm test --silent

python: .venv/tools.env widget/node_modules/installed.stamp
	. .venv/tools.env && $(PY) -m pytest -q

schemas: .venv/dev.stamp
	PYTHONPATH=. $(PY) tests/model/write_contracts.py

lock:
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml -c requirements/build.txt -o requirements/site.txt
	$(LOCK) pyproject.toml --extra dev -c requirements/site.txt -c requirements/build.txt -o requirements/dev.txt
	$(LOCK) requirements/node.in -o requirements/node.txt

clean:
	rm -rf dist .venv .cache widget/node_modules
