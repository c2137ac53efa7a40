package io.hartonomous.project;

/// A SQLCMD variable of a project: its name without decoration, and its default value, empty where
/// there is none.
public record SqlcmdVariable(String name, String defaultValue) {}
