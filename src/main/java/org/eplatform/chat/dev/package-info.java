/// What development and tests bring with them: a PostgreSQL, a login provider with a few people, and tokens for the command line.
/// None of it is in the production build: the build takes these classes aside before it packages, and a test looks.
package org.eplatform.chat.dev;
