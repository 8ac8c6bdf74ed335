package org.eplatform.chat.benchmark;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import org.eplatform.chat.testsupport.FaultyWay;

/// One address for several replicas: each connection goes to one of them. Which are there it is told, as by an orchestrator.
final class Balancer implements AutoCloseable {

    private final CopyOnWriteArrayList<Server.Ours> replicas = new CopyOnWriteArrayList<>();
    private final FaultyWay way;

    Balancer() throws IOException {
        way = FaultyWay.to(this::choose);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + way.port());
    }

    void add(Server.Ours replica) {
        replicas.add(replica);
    }

    /// Takes the one that has been here for longest out. What is connected to it stays so.
    Server.Ours removeOldest() {
        return replicas.removeFirst();
    }

    private URI choose() {
        var now = List.copyOf(replicas);
        return now.isEmpty() ? null : now.get(ThreadLocalRandom.current().nextInt(now.size())).address("");
    }

    /// Ends what is still here, too.
    @Override
    public void close() throws IOException {
        way.close();
        replicas.forEach(Server::close);
    }
}
