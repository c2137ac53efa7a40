/// Everything that depends on the operating system: folders, permissions, processes, users, locks.
/// No other package asks which system it runs on.
///
/// Run on Linux x86-64, as root and as an ordinary user. macOS takes the same ways as Linux; what
/// Windows does otherwise is said at each function and has not been run.
package io.hartonomous.engine.platform;
