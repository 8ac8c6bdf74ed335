/// The database beneath everything: whether it keeps what it promises ([Durability]), whether it answers ([DatabaseReady]), whether its schema is new enough ([SchemaAtStart]), and how pages are read from it ([Queries]). How long anybody
/// waits for it is configuration: `application.properties`, "Data".
package org.eplatform.chat.database;
