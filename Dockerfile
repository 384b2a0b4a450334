# The second way to install the program; the manual says how to use it. Preferred is the package or a bundle.
FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --prefix=/install -r requirements.lock
COPY pyproject.toml setup.py README.md LICENSE mkdocs.yml datapackage.json ./
COPY generator generator
COPY docs docs
COPY deploy deploy
ENV PYTHONPATH=/install/lib/python3.11/site-packages
RUN pip install --no-cache-dir --no-deps --no-build-isolation --prefix=/install .

FROM python:3.11-slim-bookworm
RUN apt-get update \
    && apt-get install -y --no-install-recommends git \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --create-home ledger
COPY --from=build /install /usr/local
USER ledger
WORKDIR /place
ENTRYPOINT ["ledger"]
CMD ["--help"]
