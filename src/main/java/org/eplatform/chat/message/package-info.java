/// Messages: how one is written ([Messages]) and how the past is read ([History]).
package org.eplatform.chat.message;
