/// Which environment a run is for.
package io.hartonomous.environment;
