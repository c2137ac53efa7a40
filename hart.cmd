@echo off
rem hart: runs the tool from its sources. Finds a JDK 25, builds what changed, starts the program.
rem The same as the shell script `hart` beside it, whose head explains the variables. Two things differ: the
rem program itself looks whether its sources changed (it ends with 75 if so, before it does anything else), and
rem the start-up cache is only trained with HART_AOT=wait.
setlocal EnableExtensions DisableDelayedExpansion
set "ROOT=%~dp0"
set "ROOT=%ROOT:~0,-1%"
set "JDK="

if defined HART_JAVA_HOME (
  call :take "%HART_JAVA_HOME%"
  if not defined JDK (
    echo hart: HART_JAVA_HOME is not a JDK 25 or newer.>&2
    exit /b 69
  )
)
if not defined JDK if defined JAVA_HOME call :take "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK call :take "%%~dpj.."
if not defined JDK for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%ProgramFiles%\BellSoft\LibericaJDK-*"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-*"
  "%USERPROFILE%\.jdks\*"
  "%USERPROFILE%\.gradle\jdks\*"
  "%USERPROFILE%\scoop\apps\*jdk*"
) do if not defined JDK call :take "%%~d"
if not defined JDK (
  echo hart: no JDK 25 found. Install one ^(for example Eclipse Temurin 25^) or set HART_JAVA_HOME to it.>&2
  exit /b 69
)

set "STAMP=%ROOT%\.hart\built"
set /a TRIES=0

:start
set "BUILD="
set "TOKEN="
if exist "%STAMP%" for /f "usebackq tokens=1,2" %%b in ("%STAMP%") do set "BUILD=%%b"& set "TOKEN=%%c"
if not defined BUILD goto build
set "JAR=%ROOT%\.hart\builds\%BUILD%\lib\hart.jar"
if not exist "%JAR%" goto build
set "AOT=%ROOT%\.hart\builds\%BUILD%\%JVM%.aot"
if not exist "%AOT%" if /i "%HART_AOT%"=="wait" "%JDK%\bin\java" -XX:TieredStopAtLevel=1 "%ROOT%\tools\Prepare.java" train "%ROOT%" "%JAR%" "%AOT%"
set "CACHE="
set "TIERS="
for %%v in (parse ast format) do if "%~1"=="%%v" set "TIERS=-XX:TieredStopAtLevel=1"
if exist "%AOT%" if /i not "%HART_AOT%"=="off" set CACHE="-XX:AOTCache=%AOT%" "-Dhart.aot=%AOT%"
"%JDK%\bin\java" %CACHE% -XX:+UseSerialGC -Xmx2g -XX:-UsePerfData -Xlog:disable --enable-native-access=ALL-UNNAMED %TIERS% "-Dhart.root=%ROOT%" "-Dhart.build=%BUILD%" "-Dhart.stamp=%STAMP%" %HART_JAVA_OPTS% -jar "%JAR%" %*
if not %ERRORLEVEL%==75 exit /b %ERRORLEVEL%

:build
set /a TRIES+=1
if %TRIES% GTR 3 (
  echo hart: the sources change faster than they can be built.>&2
  exit /b 69
)
"%JDK%\bin\java" -XX:TieredStopAtLevel=1 "%ROOT%\tools\Prepare.java" build "%ROOT%" "%TOKEN%"
if errorlevel 1 exit /b 69
goto start

rem Sets JDK and JVM, its full version, where %1 is a JDK of version 25 or newer.
:take
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "MAJOR=0"
set "JVM="
for /f "usebackq tokens=1,2 delims==" %%k in ("%~1\release") do (
  if "%%k"=="JAVA_VERSION" for /f "delims=.-+" %%v in ("%%~l") do set "MAJOR=%%v"
  if "%%k"=="JAVA_RUNTIME_VERSION" set "JVM=%%~l"
)
if %MAJOR% LSS 25 exit /b 0
set "JDK=%~f1"
if not defined JVM set "JVM=%MAJOR%"
exit /b 0
