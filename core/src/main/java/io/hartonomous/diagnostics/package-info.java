/// Findings about the user's input: the registry of codes, a finding, the bag, the renderers. Knows
/// texts and positions, nothing of SQL.
package io.hartonomous.diagnostics;
