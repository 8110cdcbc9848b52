package consular.cases.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.application.LogNews;
import consular.cases.application.publishing.PublishedEvent;
import consular.cases.application.publishing.PublishedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A log of events about numbered cases. What an event says is its position. */
final class FakeLog implements PublishedLog, LogNews {
    static final Instant RECORDED = Instant.parse("2024-03-05T10:00:00Z");

    private final List<PublishedEvent> events = new ArrayList<>();

    static UUID caseNumber(int number) {
        return new UUID(0, number);
    }

    void append(int caseNumber) {
        append(caseNumber, "");
    }

    synchronized void append(int caseNumber, String more) {
        var position = events.size() + 1L;
        events.add(new PublishedEvent(
                position, caseNumber(caseNumber), RECORDED.plusSeconds(position), (position + more).getBytes(UTF_8)));
        notifyAll();
    }

    @Override
    public synchronized List<PublishedEvent> after(long position, int limit) {
        return events.stream().skip(position).limit(limit).toList();
    }

    @Override
    public synchronized long size() {
        return events.size();
    }

    @Override
    public synchronized boolean awaitMoreThan(long count, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        for (var left = atMost.toNanos(); events.size() <= count && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return events.size() > count;
    }

    @Override
    public void onErasure(Runnable forget) {
        throw new UnsupportedOperationException();
    }
}
