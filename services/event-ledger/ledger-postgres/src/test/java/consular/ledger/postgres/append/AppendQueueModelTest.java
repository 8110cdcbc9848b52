package consular.ledger.postgres.append;

import static consular.ledger.postgres.append.WaitingAppends.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class AppendQueueModelTest {

    @Test
    void in_any_mixture_nothing_meets_nothing_is_lost_and_streams_keep_their_order() throws InterruptedException {
        for (var seed = 0; seed < 150; seed++) {
            mix(new Random(seed));
        }
    }

    private static void mix(Random random) throws InterruptedException {
        var queue = new AppendQueue(1000, 1);
        var offered = new ArrayList<WaitingAppend>();
        var waiting = new ArrayList<WaitingAppend>();
        var done = new ArrayList<WaitingAppend>();
        List<List<WaitingAppend>> inFlight = new ArrayList<>();
        while (done.size() < 60) {
            var free = free(waiting, inFlight);
            if (offered.size() < 60 && random.nextInt(3) > 0) {
                var append = waiting(random.ints(1 + random.nextInt(3), 0, 6).toArray());
                offered.add(append);
                waiting.add(append);
                queue.offer(append);
            } else if (inFlight.size() < 2 && !free.isEmpty()) {
                assertThat(queue.take()).isEqualTo(free);
                waiting.removeAll(free);
                inFlight.add(free);
            } else if (!inFlight.isEmpty()) {
                var batch = inFlight.remove(random.nextInt(inFlight.size()));
                done.addAll(batch);
                queue.release(batch);
            }
        }
        assertThat(done).containsExactlyInAnyOrderElementsOf(offered);
        assertThat(byStream(done)).isEqualTo(byStream(offered));
    }

    /** Those that share no stream with what is in flight, nor with anyone who waits before them. */
    private static List<WaitingAppend> free(List<WaitingAppend> waiting, List<List<WaitingAppend>> inFlight) {
        var taken = new HashSet<UUID>();
        inFlight.forEach(
                batch -> batch.forEach(append -> taken.addAll(append.append().streams())));
        var free = new ArrayList<WaitingAppend>();
        for (var append : waiting) {
            if (append.append().streams().stream().noneMatch(taken::contains)) {
                free.add(append);
            }
            taken.addAll(append.append().streams());
        }
        return free;
    }

    private static Map<UUID, List<WaitingAppend>> byStream(List<WaitingAppend> appends) {
        var byStream = new HashMap<UUID, List<WaitingAppend>>();
        appends.forEach(append -> append.append()
                .streams()
                .forEach(stream ->
                        byStream.computeIfAbsent(stream, _ -> new ArrayList<>()).add(append)));
        return byStream;
    }
}
