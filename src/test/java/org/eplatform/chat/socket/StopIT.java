package org.eplatform.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.eplatform.chat.testsupport.PackagedService;
import org.eplatform.chat.testsupport.Socket;
import org.junit.jupiter.api.Test;

/// SIGTERM, at the packaged service.
class StopIT {

    @Test
    void connectionsAreToldOfTheRestartAndNothingFailsOnTheWay() throws Exception {
        int code;
        String log;
        try (var service = PackagedService.start()) {
            var socket = Socket.connect(service.socketAddress(), service.token("alice"));
            socket.await("welcome");

            service.stop();

            code = socket.awaitClose();
            log = service.log();
        }
        assertThat(code).isEqualTo(1012);
        assertThat(log).doesNotContain("ERROR");
    }
}
