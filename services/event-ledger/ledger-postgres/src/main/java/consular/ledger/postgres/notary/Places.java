package consular.ledger.postgres.notary;

import java.util.List;
import java.util.Optional;

/** Where checkpoints go. None of the places waits for another. */
final class Places {

    private final List<CheckpointSink> sinks;
    private final List<Outbox> outboxes;

    Places(List<CheckpointSink> sinks) {
        this.sinks = List.copyOf(sinks);
        this.outboxes = this.sinks.stream().map(Outbox::new).toList();
    }

    int count() {
        return sinks.size();
    }

    void publish(long size, String note) {
        outboxes.forEach(outbox -> outbox.add(size, note));
    }

    /**
     * The last checkpoint that each has.
     *
     * @throws RuntimeException if one of them cannot tell at the moment
     */
    List<String> latest() {
        return sinks.stream()
                .map(CheckpointSink::latest)
                .flatMap(Optional::stream)
                .toList();
    }

    /** For how many seconds the one that is worst off has been waiting; 0 if none. */
    double secondsWaiting() {
        return outboxes.stream().mapToDouble(Outbox::secondsWaiting).max().orElse(0);
    }
}
