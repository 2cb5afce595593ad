@echo off
rem Runs the Maven that lies in .mvn\wrapper, unpacked once below the home folder. See its README.
setlocal
set "WRAPPER=%~dp0.mvn\wrapper"
for /f "usebackq tokens=1,2 delims==" %%a in ("%WRAPPER%\maven-wrapper.properties") do (
  if "%%a"=="version" set "MVN_VERSION=%%b"
  if "%%a"=="sha512" set "MVN_SHA512=%%b"
)
set "ARCHIVE=%WRAPPER%\apache-maven-%MVN_VERSION%-bin.zip"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "DISTS=%MAVEN_USER_HOME%\wrapper\dists"
set "MVN_HOME=%DISTS%\apache-maven-%MVN_VERSION%-%MVN_SHA512:~0,12%"
if exist "%MVN_HOME%\bin\mvn.cmd" goto run

set "JAR=jar"
if defined JAVA_HOME set "JAR=%JAVA_HOME%\bin\jar"
where "%JAR%.exe" >nul 2>nul || if not exist "%JAR%.exe" (
  echo mvnw: no JDK found: set JAVA_HOME to a JDK 17 or newer 1>&2
  exit /b 1
)
set "SUM="
for /f "skip=1 delims=" %%h in ('certutil -hashfile "%ARCHIVE%" SHA512') do if not defined SUM set "SUM=%%h"
if /i not "%SUM: =%"=="%MVN_SHA512%" (
  echo mvnw: %ARCHIVE% is not what maven-wrapper.properties says it is 1>&2
  exit /b 1
)
rem Beside its final place, so that another mvnw sees all of it or nothing.
set "DRAFT=%DISTS%\unpacking.%RANDOM%%RANDOM%"
mkdir "%DRAFT%" || exit /b 1
pushd "%DRAFT%"
"%JAR%" xf "%ARCHIVE%" || exit /b 1
popd
move "%DRAFT%\apache-maven-%MVN_VERSION%" "%MVN_HOME%" >nul 2>nul
rmdir /s /q "%DRAFT%"
if not exist "%MVN_HOME%\bin\mvn.cmd" (
  echo mvnw: could not move Maven to %MVN_HOME% 1>&2
  exit /b 1
)

:run
"%MVN_HOME%\bin\mvn.cmd" %*
