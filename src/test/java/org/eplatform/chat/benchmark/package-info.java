/// The benchmark (docs/benchmark.md): our packaged service beside a bare Vert.x server with a batched insert, on one PostgreSQL, in one run.
/// Never part of the tests: `./mvnw verify -Pbenchmark`.
package org.eplatform.chat.benchmark;
