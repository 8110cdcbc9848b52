package consular.cases.application.webhooks;

import consular.cases.application.webhooks.targets.AddressRefused;
import consular.cases.application.webhooks.targets.Targets;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends events by HTTP. It connects to addresses that {@link Targets} has looked at and to no others, uses no proxy, follows no
 * redirect, keeps no cookie, and reads no more of an answer than it needs to use the connection again.
 */
final class HttpSender implements Sender, AutoCloseable {
    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", "UTF-8");

    private static final int MOST_OF_AN_ANSWER = 16 << 10;
    private static final int LONGEST_LINE = 8 << 10;
    private static final int MOST_HEADERS = 100;
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);
    private static final Duration LONGEST_CONNECTION = Duration.ofMinutes(5);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    private static final int GONE = 410;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final CloseableHttpClient client;
    private final Duration timeout;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-timeouts").factory());

    HttpSender(Targets targets, WebhookProperties properties) {
        this.timeout = properties.timeout();
        this.client = client(targets, properties);
    }

    private static CloseableHttpClient client(Targets targets, WebhookProperties properties) {
        var limit = Timeout.of(properties.timeout());
        var lines = Http1Config.custom()
                .setMaxLineLength(LONGEST_LINE)
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedNames(targets))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(lines)
                        .build())
                .setMaxConnPerRoute(properties.parallel())
                .setMaxConnTotal(properties.parallel() * properties.subscriptions())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(LONGEST_CONNECTING))
                        .setSocketTimeout(limit)
                        .setTimeToLive(Timeout.of(LONGEST_CONNECTION))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                // a planner of its own, lest a proxy resolve the name and connect wherever it likes
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent("consular-cases")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public Answer send(URI target, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
        // the client's own limits are of single steps, which a receiver could take one by one for ever
        var end = clock.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return answer(request, client.executeOpen(null, request, null));
        } catch (IOException failure) {
            return new Answer.Unreachable(request.isCancelled() ? Answer.Kind.TIMEOUT : kind(failure));
        } finally {
            end.cancel(false);
        }
    }

    private static Answer answer(HttpPost request, ClassicHttpResponse response) {
        try {
            if (!isShort(response)) {
                // with its connection; closing it alone would read all of it
                request.cancel();
            }
            return answer(response);
        } finally {
            Closer.closeQuietly(response);
        }
    }

    private static Answer answer(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status / HUNDRED == SUCCESS) {
            return new Answer.Accepted();
        }
        return status == GONE ? new Answer.Gone() : new Answer.Refused(status, patience(response));
    }

    private static Duration patience(ClassicHttpResponse response) {
        return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(header -> SECONDS.matcher(header.getValue()))
                .filter(java.util.regex.Matcher::matches)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds.group())))
                .orElse(Duration.ZERO);
    }

    /** Reads an answer to its end if that comes soon. What the answer says counts for nothing. */
    private static boolean isShort(ClassicHttpResponse response) {
        var entity = response.getEntity();
        if (entity == null) {
            return true;
        }
        try {
            entity.getContent().skipNBytes(MOST_OF_AN_ANSWER);
            return false;
        } catch (EOFException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static Answer.Kind kind(IOException failure) {
        return switch (failure) {
            case AddressRefused _ -> Answer.Kind.ADDRESS_REFUSED;
            case UnknownHostException _ -> Answer.Kind.UNKNOWN_HOST;
            case SSLException _ -> Answer.Kind.NOT_TRUSTED;
            case InterruptedIOException _ -> Answer.Kind.TIMEOUT;
            default -> Answer.Kind.NO_CONNECTION;
        };
    }

    @Override
    public void close() throws IOException {
        clock.shutdownNow();
        client.close();
    }

    /** Looks at the addresses of a name when they are about to be connected to. */
    private record CheckedNames(Targets targets) implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return targets.resolve(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
