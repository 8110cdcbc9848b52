package consular.cases.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.LogNews;
import consular.cases.application.accesses.AccessLog;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeliverersTest {
    private static final WebhookProperties PROPERTIES = new WebhookProperties(
            3,
            4,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            6,
            Duration.ofDays(5),
            Duration.ofDays(90),
            Duration.ofMinutes(1),
            Set.of(443),
            false);

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final Semaphore delivered = new Semaphore(0);

    @Test
    void an_Error_ends_neither_the_looking_for_webhooks_nor_the_delivering_of_one() throws InterruptedException {
        var deliverers = new Deliverers(
                new Delivery.Means(
                        fake(Deliveries.class, this::answer),
                        fake(OutgoingLog.class, DeliverersTest::nothing),
                        fake(AccessLog.class, DeliverersTest::nothing),
                        fake(Sender.class, DeliverersTest::nothing),
                        Clock.systemUTC(),
                        new Random(7),
                        () -> 0,
                        PROPERTIES),
                fake(LogNews.class, DeliverersTest::nothing));
        deliverers.start();
        assertThat(delivered.tryAcquire(20, TimeUnit.SECONDS)).isTrue();
        deliverers.stop();
    }

    private Object answer(String method) {
        return switch (method) {
            case "lease" -> {
                breakTheFirst(looks);
                yield List.of(new Lease(new UUID(7, 7), 1, System.nanoTime() + TimeUnit.HOURS.toNanos(1)));
            }
            case "standing" -> {
                breakTheFirst(rounds);
                delivered.release();
                yield Optional.empty();
            }
            case "release" -> "";
            default -> nothing(method);
        };
    }

    private static void breakTheFirst(AtomicInteger asked) {
        if (asked.incrementAndGet() == 1) {
            throw new AssertionError("of the database's driver");
        }
    }

    private static Object nothing(String method) {
        throw new UnsupportedOperationException(method);
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answer.apply(method.getName())));
    }
}
