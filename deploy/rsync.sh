#!/bin/sh
# 建好网站，传到另一台服务器：sh rsync.sh 用户名@服务器:/网站目录
# 先全部传到临时的名字下，再一起换上，最后才删旧的；没有变的文件不传。换上的一两秒里，读者可能一页新、一页旧。
# 要一步换上，请把程序装在那台服务器上，用 ledger publish。
set -eu
[ "$#" -eq 1 ] || {
    echo "用法：sh rsync.sh 用户名@服务器:/网站目录" >&2
    exit 2
}
: "${SITE:=site}"
: "${LEDGER:=ledger}"

"$LEDGER" build --site "$SITE"
rsync --archive --no-owner --no-group --chmod=D755,F644 --delay-updates --delete-delay \
    --filter='protect /CNAME' --filter='protect /.nojekyll' --filter='protect /.well-known/***' \
    "$SITE/" "$1/"
