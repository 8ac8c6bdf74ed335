/// The wire as plain data: commands, frames, views, error and close codes. Each record checks itself, so a value that exists is a valid one.
/// `docs/protocol.md` is the same in words.
package org.eplatform.chat.protocol;
