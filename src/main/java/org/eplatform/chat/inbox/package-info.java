/// What one person sees, composed for reading: the list of their conversations and one conversation with a page of its messages.
package org.eplatform.chat.inbox;
