/// The system's stored procedures, by name.
package io.hartonomous.engine.interpret.system;
