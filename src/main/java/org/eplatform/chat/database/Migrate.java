package org.eplatform.chat.database;

/// When a process migrates the schema.
public enum Migrate {

    /// Before it serves.
    AT_START,

    /// And does nothing else: as a job, or before the containers that serve.
    ONLY,

    /// Another one does.
    NEVER
}
