/// Texts that must not be seen: passwords and tokens are a type of their own, from where they are
/// read to where they are used. Knows nothing else of the project.
package io.hartonomous.secrets;
