/// The orchestrator: build, package, plan, publish, scaffold and test as one run with one result.
/// Asks a [io.hartonomous.pipeline.TargetProvider] for a local target; knows no command line and no
/// engine.
package io.hartonomous.pipeline;
