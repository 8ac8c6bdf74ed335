/// What development and tests bring with them: a PostgreSQL, a login provider with a few people, and tokens for the command line.
/// None of it is in the production build: `application.properties` leaves these classes out of the package, and a test looks.
package org.eplatform.chat.dev;
