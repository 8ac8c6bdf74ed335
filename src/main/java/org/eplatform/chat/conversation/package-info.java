/// Conversations: who takes part, who may enter, and how far each has come.
///
/// Everything that reads a conversation needs an [Access], which only the membership check makes. What changes one is a write of the package
/// `message`, which checks the same under the row lock that keeps `seq` and `version` dense, and ends in a [Committed].
package org.eplatform.chat.conversation;
