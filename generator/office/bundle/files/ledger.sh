#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
export PYTHONUTF8=1 PYTHONNOUSERSITE=1
unset PYTHONPATH PYTHONHOME
for python in "$here/python/bin/python3.11" python3.11 python3; do
    if "$python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null; then
        exec "$python" "$here/launch.py" "$@"
    fi
done
cat "$here/needs-python.txt" >&2
exit 2
