/// Conversations: who takes part, who may enter, the change counter, read and delivered markers.
///
/// Everything that reads or writes a conversation needs an [Access], which only the membership check makes. Everything that
/// changes one does so in a [Change], under the row lock that keeps `seq` and `version` dense.
package org.eplatform.chat.conversation;
