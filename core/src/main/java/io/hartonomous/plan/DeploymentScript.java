package io.hartonomous.plan;

/// A pre- or post-deployment script: its path as a message names it, and its text with included
/// files in place. SQLCMD variables and GO are still in it.
public record DeploymentScript(String file, String text) {}
