@echo off
call "%~dp0ledger.cmd" preview %*
pause
