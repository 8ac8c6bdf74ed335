/// What this process takes of its machine's memory while nobody says anything.
package org.eplatform.chat.memory;
