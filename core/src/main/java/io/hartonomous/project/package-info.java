/// Database projects: reads `.sqlproj` files, and builds: files to a model and findings, with their
/// causes. The edge to the file system is here.
package io.hartonomous.project;
