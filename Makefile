# 规划台账:检查、核对、建站。目标说明见 make help。
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUPPLY := build/supply-tools
ARCHIVE := $(filter %.zip %.gz %.tgz %.xz,$(PYTHON))
SITE ?= site
SOURCES ?=
BENCH ?=
# one more than there are cores: tests wait for browsers, git and LibreOffice (5:11 with as many, 4:43 with one more)
WORKERS ?= $(shell python3 -c "import os; print((os.cpu_count() or 1) + 1)")
TIMES ?= 20
SEED ?=
COUNT ?= 60
SECONDS ?= 3600
ONLY ?=
FUZZ := build/fuzz
export SOURCES
# without kept bytecode each process of a test compiles the program again: 0.2 s of 0.3 for a short command
unexport PYTHONDONTWRITEBYTECODE

COMPILE := pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
	--no-emit-find-links --no-header --no-annotate --build-deps-for editable

.DEFAULT_GOAL := help
.PHONY: help site offline bundle sbom advisories serve check data test endurance fuzz mutants screenshots pictures bench lint verify lock clean

help: ## 列出全部目标
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo '  变量 SOURCES=目录  官方文本所在目录;给出时页面带原文'
	@echo '  变量 BENCH=选项    make bench 的选项,例如 "--times 1 --only builds"'
	@echo '  变量 SEED=数 TIMES=倍数  make endurance 的种子（用来重做一次）和次数'
	@echo '  变量 SEED=数 COUNT=处数  make mutants 的种子和放多少处错'
	@echo '  变量 SEED=数 SECONDS=秒 ONLY=名字  make fuzz 的种子、总共的秒数、只做哪几种输入'
	@echo '  变量 WORKERS=个数  make test 用几个进程；0 是不分进程；不写是 CPU 核数加一'

$(VENV)/.ready: requirements.lock pyproject.toml
	$(if $(ARCHIVE),python3,$(PYTHON)) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test-ready: requirements-test.lock $(VENV)/.ready
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch $@

site: $(VENV)/.ready ## 检查台账并建成网站(首次运行会准备环境)
	@$(BIN)/python -m generator build --site $(SITE)

offline: site ## 建站并打成一个压缩包，到 build/，解开后不用服务器就能看
	@$(BIN)/python -m generator offline --site $(SITE)

bundle: $(VENV)/.ready sbom ## 打离线包给不能联网的电脑用,到 build/;PYTHON=文件 把 Python 装进去
	@$(BIN)/python -m generator bundle $(if $(ARCHIVE),--python "$(ARCHIVE)")

$(SUPPLY)/.ready: .ci/supply.lock
	$(if $(ARCHIVE),python3,$(PYTHON)) -m venv $(SUPPLY)
	$(SUPPLY)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r .ci/supply.lock
	@touch $@

sbom: $(SUPPLY)/.ready ## 软件物料清单(CycloneDX):用了哪些库,哪个版本,到 build/sbom.json
	@PYTHONWARNINGS=ignore $(SUPPLY)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --short-PURLs \
		--output-reproducible --of JSON -o build/sbom.json
	@echo '软件物料清单：build/sbom.json'

advisories: $(SUPPLY)/.ready ## 查所用的库有没有公布的安全漏洞;要能上网
	@$(SUPPLY)/bin/pip-audit --disable-pip --require-hashes -r requirements.lock

serve: $(VENV)/.ready ## 在 http://127.0.0.1:8000 预览,改动保存后页面自己更新
	@$(BIN)/python -m generator serve

check: $(VENV)/.ready ## 只检查台账
	@$(BIN)/python -m generator check

data: $(VENV)/.ready ## 只写数据包,到 build/data-package
	@$(BIN)/python -m generator export build/data-package

verify: $(VENV)/.ready ## 与官方文本核对,需给出 SOURCES=目录
	@$(BIN)/python -m generator verify "$(SOURCES)"

test: $(VENV)/.test-ready ## 运行全部测试
	@$(BIN)/python -m pytest -rs -n $(WORKERS) --dist worksteal

endurance: $(VENV)/.test-ready ## 耗时的测试:反复中断、磁盘写满、长时间的随机测试;打印种子和次数
	@seed=$(SEED); seed=$${seed:-$$(date +%s)}; echo "种子 SEED=$$seed，次数是 make test 的 TIMES=$(TIMES) 倍"; \
	ENDURANCE=$(TIMES) SEED=$$seed $(BIN)/python -m pytest -rs -n $(WORKERS) --dist worksteal \
		-m "endurance or sampled or hypothesis" --hypothesis-seed=$$seed --hypothesis-show-statistics

mutants: $(VENV)/.test-ready ## 在检查、分析、填报的程序里各放小错，看测试能不能发现；在副本里做，不进 CI
	@$(BIN)/python -m tests.mutants $(if $(SEED),--seed $(SEED)) --count $(COUNT)

$(FUZZ)/.ready: requirements-fuzz.lock $(VENV)/.test-ready
	@mkdir -p $(FUZZ)
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps --upgrade \
		--target $(FUZZ)/packages -r requirements-fuzz.lock \
		|| echo '这台电脑上没有能用的 atheris：不看覆盖率，只随机改'
	@touch $@

fuzz: $(FUZZ)/.ready ## 把各种输入随机改坏了读：只许有中文的问题；坏的输入留在 build/fuzz
	@seed=$(SEED); PYTHONPATH=$(FUZZ)/packages $(BIN)/python -m tests.fuzz \
		--seconds $(SECONDS) --seed $${seed:-$$(date +%s)} $(if $(ONLY),--only $(ONLY))

screenshots: $(VENV)/.test-ready ## 每种页面各拍几张(桌面、手机、深色、大字、打印),到 build/screenshots
	@$(BIN)/python -m tests.screenshots

pictures: $(VENV)/.test-ready ## 手册和 README 里的图，内容变了的重做，到 manual/images
	@$(BIN)/python -m tests.pictures

bench: $(VENV)/.test-ready ## 量速度,与限度和别的建站程序比较,写到 build/bench.md(不属于测试)
	@$(BIN)/python -m tests.bench $(BENCH)

lint: $(VENV)/.test-ready ## 检查代码写法和类型
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

lock: ## 重新生成带校验值的依赖清单(供维护者;要几分钟;PYTHON 取所支持的最旧版本)
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet pip-tools
	$(VENV)-lock/bin/$(COMPILE) --extra test -o requirements-test.lock pyproject.toml
	$(VENV)-lock/bin/$(COMPILE) -c requirements-test.lock -o requirements.lock pyproject.toml
	$(VENV)-lock/bin/$(COMPILE) -o .ci/supply.lock .ci/supply.in

clean: ## 删去环境、网站和缓存
	rm -rf $(VENV) $(VENV)-lock $(SITE) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
