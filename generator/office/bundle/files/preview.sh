#!/bin/sh
here=$(dirname -- "$(readlink -f -- "$0")")
"$here/ledger.sh" preview "$@"
if [ -t 0 ]; then
    printf '按回车键关闭窗口'
    read -r _
fi
