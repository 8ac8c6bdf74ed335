package org.eplatform.chat.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.eplatform.chat.conversation.Committed;
import org.eplatform.chat.protocol.ConversationId;
import org.eplatform.chat.protocol.UserId;
import org.junit.jupiter.api.Test;

/// The arithmetic of `docs/scaling.md`, played through with a tenth of its people at all of its replicas, by the channels that the service really uses.
class ScalingSimulationTest {

    private static final int PEOPLE = 100_000;
    private static final int REPLICAS = 50;
    private static final int SHARDS = 4;
    private static final int MESSAGES = 100_000;
    private static final int SLOTS = 16_384;

    private final Random random = new Random(50);
    /// The replica of each person: nobody is sent to a certain one.
    private final int[] home = IntStream.range(0, PEOPLE).map(_ -> random.nextInt(REPLICAS)).toArray();

    @Test
    void aMessageOfTwoPeopleIsTwoPublicationsOfWhichEachReachesOneReplica() {
        long publications = 0;
        var perShard = new long[SHARDS];
        var heard = new long[REPLICAS];
        for (int i = 0; i < MESSAGES; i++) {
            int from = random.nextInt(PEOPLE);
            int to = random.nextInt(PEOPLE);
            for (var channel : Channels.of(said(from, to))) {
                publications++;
                perShard[slot(channel) * SHARDS / SLOTS]++;
                heard[home[channel.equals(Channels.of(new Topic.For(person(from)))) ? from : to]]++;
            }
        }

        assertThat(publications).isBetween(2 * MESSAGES - 10L, 2L * MESSAGES);
        // No shard and no replica has much more than its share.
        assertThat(LongStream.of(perShard).boxed()).allSatisfy(count -> assertThat(count).isCloseTo(publications(SHARDS), within(publications(SHARDS) / 20)));
        assertThat(LongStream.of(heard).boxed()).allSatisfy(count -> assertThat(count).isCloseTo(publications(REPLICAS), within(publications(REPLICAS) / 5)));
    }

    private static long publications(int among) {
        return 2L * MESSAGES / among;
    }

    /// Each replica subscribes to presence once for a person, however many watch there. So 20 watched by each are less than 20 subscriptions each.
    @Test
    void watchingTwentyPeopleEachIsLessThanTwentySubscriptionsEach() {
        var subscriptions = IntStream.range(0, REPLICAS).mapToObj(_ -> new HashSet<Integer>()).toList();
        for (int person = 0; person < PEOPLE; person++) {
            for (int i = 0; i < 20; i++) {
                subscriptions.get(home[person]).add(random.nextInt(PEOPLE));
            }
        }

        double each = subscriptions.stream().mapToLong(Set::size).sum() / (double) PEOPLE;

        assertThat(each).isBetween(15.0, 20.0);
    }

    /// One replica of 50 dies with 20,000 connections; the others let in 400 a second each.
    @Test
    void whoLosesOneReplicaOfFiftyIsBackWithinThreeSeconds() {
        assertThat(allBackAfter(20_000, REPLICAS - 1, 400)).isLessThan(3);
    }

    /// The last one to come back, in seconds, by full jitter as in the SDK: half a second at most before the first try, and twice as much after each that failed.
    private double allBackAfter(int people, int replicas, int perSecond) {
        record Try(double at, int failures) {}
        var tries = new PriorityQueue<>(Comparator.comparingDouble(Try::at));
        IntStream.range(0, people).forEach(_ -> tries.add(new Try(random.nextDouble(0.5), 0)));
        var permits = new ArrayList<>(IntStream.range(0, replicas).mapToObj(_ -> (double) perSecond).toList());
        var asked = new double[replicas];
        double last = 0;
        while (!tries.isEmpty()) {
            var next = tries.poll();
            int replica = random.nextInt(replicas);
            double permitted = Math.min(perSecond, permits.get(replica) + (next.at - asked[replica]) * perSecond);
            asked[replica] = next.at;
            if (permitted >= 1) {
                permits.set(replica, permitted - 1);
                last = next.at;
            } else {
                permits.set(replica, permitted);
                tries.add(new Try(next.at + random.nextDouble(Math.min(15, 0.5 * (1 << next.failures + 1))), next.failures + 1));
            }
        }
        return last;
    }

    private static UserId person(int number) {
        return new UserId("p" + number);
    }

    private static News said(int from, int to) {
        return new News.Changed(new Committed(new ConversationId(UUID.randomUUID()), Set.copyOf(List.of(person(from), person(to)).stream().distinct().toList()), 0, List.of(), List.of()));
    }

    /// As a Redis cluster does it: CRC-16 (XMODEM) of the key.
    private static int slot(String channel) {
        int crc = 0;
        for (byte next : channel.getBytes(StandardCharsets.UTF_8)) {
            crc ^= (next & 0xff) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
            }
            crc &= 0xffff;
        }
        return crc % SLOTS;
    }
}
