/// Following one thing through the service (OpenTelemetry): off, and nothing but a question asked in vain, until an exporter is named.
/// Spans say what was done and how long it took, never who did it and never what people said.
package org.eplatform.chat.trace;
