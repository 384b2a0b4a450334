#!/bin/sh
# 取最新的台账，发布网站。推送以后由 post-receive 运行，定时的由 systemd 运行，也可以自己运行。
# 台账的工作副本由这个脚本管：里面没有提交过的改动会被扔掉，请不要在里面编辑。
set -eu
umask 022

: "${REPOSITORY:=/srv/git/guihua.git}" # 台账的仓库：目录或者网址
: "${BRANCH:=main}"                    # 发布哪个分支
: "${WORK:=/srv/ledger/guihua}"        # 工作副本放在哪里；第一次运行时自己建
: "${SITE:=/srv/www/guihua}"           # 公开的网站：网页服务器指向的目录
: "${LEDGER:=/opt/ledger/bin/ledger}"  # 程序
: "${OPTIONS:=}"                       # 发布的选项，例如 --keep 10 --sources /srv/ledger/sources

exec 9>"$WORK.lock" # 换工作副本也要一个一个来；进程结束，锁自己解开
flock --nonblock 9 || {
    echo "另一次更新正在进行，等它完成再开始"
    flock 9
}
[ -e "$WORK/.git" ] || git clone --quiet --no-checkout "$REPOSITORY" "$WORK"
cd "$WORK"
git fetch --quiet --force --prune --tags "$REPOSITORY" "+refs/heads/$BRANCH:refs/remotes/origin/$BRANCH"
git reset --quiet --hard "refs/remotes/origin/$BRANCH"
git clean --quiet --force -d -x -- data docs
# shellcheck disable=SC2086 # 选项之间用空格隔开
exec "$LEDGER" publish "$SITE" $OPTIONS
