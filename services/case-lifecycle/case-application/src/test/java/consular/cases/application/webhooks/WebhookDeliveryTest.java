package consular.cases.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.LogNews;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.webhooks.targets.Targets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebhookDeliveryTest {
    private static final int CONNECTIONS = 12;
    private static final int SUBSCRIPTIONS = 50;
    private static final WebhookProperties PROPERTIES = new WebhookProperties(
            SUBSCRIPTIONS,
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

    private final AtomicInteger atWork = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger leases = new AtomicInteger();
    private final CountDownLatch served = new CountDownLatch(SUBSCRIPTIONS);
    private final CountDownLatch renewed = new CountDownLatch(2);

    /** Else they take the connections of those who give commands, whenever many receivers are away. */
    @Test
    void however_many_subscriptions_there_are_they_use_a_quarter_of_the_connections() throws InterruptedException {
        var deliverers = new WebhookDelivery()
                .webhookDeliverers(
                        fake(Deliveries.class, this::answer),
                        fake(Subscriptions.class, WebhookDeliveryTest::nothing),
                        fake(OutgoingLog.class, WebhookDeliveryTest::nothing),
                        fake(AccessLog.class, WebhookDeliveryTest::nothing),
                        new HttpSender(new Targets(InetAddress::getAllByName, PROPERTIES.ports(), false), PROPERTIES),
                        fake(LogNews.class, method -> method.equals("onErasure") ? null : nothing(method)),
                        new SimpleMeterRegistry(),
                        PROPERTIES,
                        CONNECTIONS);
        deliverers.start();
        assertThat(renewed.await(10, TimeUnit.SECONDS))
                .as("leases are renewed while all places are taken")
                .isTrue();
        assertThat(served.await(20, TimeUnit.SECONDS)).isTrue();
        deliverers.stop();
        assertThat(most).hasValue(CONNECTIONS / 4);
    }

    private Object answer(String method) {
        return switch (method) {
            case "lease" -> {
                renewed.countDown();
                yield leases.getAndIncrement() == 0 ? all() : List.of();
            }
            case "standing" -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                try {
                    // all are asked for meanwhile
                    renewed.await(5, TimeUnit.SECONDS);
                    Thread.sleep(5);
                } catch (InterruptedException interrupted) {
                    throw new IllegalStateException(interrupted);
                } finally {
                    atWork.decrementAndGet();
                    served.countDown();
                }
                yield Optional.empty();
            }
            case "release" -> null;
            default -> nothing(method);
        };
    }

    private static List<Lease> all() {
        var end = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        return LongStream.range(0, SUBSCRIPTIONS)
                .mapToObj(i -> new Lease(new UUID(7, i), 1, end))
                .toList();
    }

    private static Object nothing(String method) {
        throw new UnsupportedOperationException(method);
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> answer.apply(method.getName())));
    }
}
