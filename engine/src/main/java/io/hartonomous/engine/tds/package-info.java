/// A TDS 7.4 server: framing, TLS, login, requests, tokens and the encoding of values. One message
/// or token a file.
///
/// It knows the contract in `io.hartonomous.engine.session` and the types of
/// `io.hartonomous.model`; it must not know PostgreSQL, the T-SQL parser or the catalog.
package io.hartonomous.engine.tds;
