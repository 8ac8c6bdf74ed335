/// What an operator may set: each `*Config` says with its methods what they take ([Between], [Like]), and what is wrong is refused before anything starts ([RefusedSettings]).
package org.eplatform.chat.setting;
