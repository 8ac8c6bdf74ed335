/// What an operator wants to know afterwards: who was kept out, who did what to whom. Never what people said, and never a token.
package org.eplatform.chat.audit;
