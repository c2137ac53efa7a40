/// From changes to ordered steps of T-SQL with their hazards, and the renderings of a plan. Values
/// only: nothing here runs a step.
package io.hartonomous.plan;
