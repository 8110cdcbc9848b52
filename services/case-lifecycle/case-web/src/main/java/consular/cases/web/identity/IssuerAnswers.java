package consular.cases.web.identity;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * What the issuer publishes, asked for seldom. Whoever sends a token names the key that it is signed with, and a name that is not known has
 * the keys asked for anew; so anybody could have this service ask as often as he likes. Above a small rate the last answer is given
 * again, and so it is while the issuer is away.
 */
final class IssuerAnswers implements ClientHttpRequestInterceptor {
    private static final Logger LOG = LoggerFactory.getLogger(IssuerAnswers.class);

    /** A few at once, since keys do change, and then one after each pause. */
    private static final int AT_ONCE = 5;

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** Longer than any set of keys. */
    private static final int LONGEST = 1 << 20;

    private final TimeMeter time;
    private final Map<URI, Source> sources = new ConcurrentHashMap<>();

    IssuerAnswers(TimeMeter time) {
        this.time = time;
    }

    /** An address of the issuer, and what it answered last. */
    private static final class Source {
        private final Bucket asking;
        private volatile @Nullable KeptAnswer last;

        private Source(TimeMeter time) {
            this.asking = Bucket.builder()
                    .withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(1, PAUSE))
                    .build();
        }
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        var source = sources.computeIfAbsent(request.getURI(), _ -> new Source(time));
        if (!source.asking.tryConsume(1)) {
            return again(source, new IOException("the issuer was asked too often to be asked again"));
        }
        try (var answer = execution.execute(request, body)) {
            var kept = new KeptAnswer(answer.getHeaders(), answer.getBody().readNBytes(LONGEST));
            if (!answer.getStatusCode().is2xxSuccessful()) {
                throw new IOException("the issuer answered " + answer.getStatusCode());
            }
            source.last = kept;
            return kept;
        } catch (IOException away) {
            LOG.warn("{} could not be asked: {}", request.getURI(), away.toString());
            return again(source, away);
        }
    }

    private static ClientHttpResponse again(Source source, IOException why) throws IOException {
        var last = source.last;
        if (last == null) {
            throw why;
        }
        return last;
    }
}
