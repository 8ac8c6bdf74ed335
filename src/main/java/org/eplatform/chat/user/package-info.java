/// People: who is calling ([Callers] alone reads the OIDC identity) and what the chat knows of them.
package org.eplatform.chat.user;
