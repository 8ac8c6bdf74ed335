/// Who is there: online, last seen, typing, and the directory with status. Nothing here is durable but the time of the last visit.
package org.eplatform.chat.presence;
