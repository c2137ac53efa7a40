/// Runs plans against a target: one session, one lock, a journal in the target. Knows plans,
/// secrets and JDBC; no project, no engine.
package io.hartonomous.deploy;
