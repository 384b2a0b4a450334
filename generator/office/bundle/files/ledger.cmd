@echo off
setlocal
set PYTHONUTF8=1
set PYTHONNOUSERSITE=1
set PYTHONPATH=
set PYTHONHOME=
set "RUN="
if exist "%~dp0python\python.exe" set RUN="%~dp0python\python.exe"
if not defined RUN py -3.11 -c "" >nul 2>nul && set RUN=py -3.11
if not defined RUN python -c "import sys; sys.exit(sys.version_info[:2] != (3, 11))" >nul 2>nul && set RUN=python
if not defined RUN goto needs
%RUN% "%~dp0launch.py" %*
exit /b %ERRORLEVEL%
:needs
chcp 65001 >nul
type "%~dp0needs-python.txt"
exit /b 2
