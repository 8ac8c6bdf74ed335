/// The database beneath everything: whether it keeps what it promises ([Durability]) and whether it answers ([DatabaseReady]). How long anybody
/// waits for it is configuration: `application.properties`, "Data".
package org.eplatform.chat.database;
