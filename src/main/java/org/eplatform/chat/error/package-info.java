/// One vocabulary for everything that is refused: [ChatException] with its code, and how it is told on REST ([ProblemMapper]) and on the socket.
package org.eplatform.chat.error;
