/// What administrators of the platform may do to people of the chat.
package org.eplatform.chat.admin;
