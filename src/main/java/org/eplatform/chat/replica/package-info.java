/// This process as one of several that serve the same database.
package org.eplatform.chat.replica;
