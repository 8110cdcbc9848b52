package consular.cases.application.webhooks;

import consular.cases.application.webhooks.Attempts.Result;
import consular.cases.application.webhooks.Outcome.Disabling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says what follows from the answers of a receiver: what is held, until when, and whether the receiver is given up. */
final class Reckoning {
    private final WebhookProperties properties;
    private final Backoff ofCases;
    private final Backoff ofReceiver;

    Reckoning(WebhookProperties properties, Backoff ofCases, Backoff ofReceiver) {
        this.properties = properties;
        this.ofCases = ofCases;
        this.ofReceiver = ofReceiver;
    }

    Outcome of(Standing before, Instant now, long position, List<Result> results) {
        var succeeded = results.stream().anyMatch(result -> result.sent() > 0);
        var failed = results.stream().filter(Reckoning::hasFailed).toList();
        var down = !succeeded && before.failing() + newlyFailing(failed) >= Standing.DOWN;
        var failures = down ? before.failures() + 1 : 0;
        var failingSince = succeeded ? null : failed.isEmpty() ? before.failingSince() : since(before, now);
        return new Outcome(
                now,
                position,
                results.stream()
                        .filter(Reckoning::isThrough)
                        .map(Reckoning::subject)
                        .toList(),
                results.stream()
                        .filter(result -> !result.isDone())
                        .map(result -> held(result, now, down))
                        .toList(),
                succeeded,
                succeeded && before.isDown(),
                failures,
                failingSince,
                down ? now.plus(longer(ofReceiver.after(failures), patience(failed))) : null,
                failed.isEmpty() ? null : failure(failed.getLast()),
                disabled(failed, down, failingSince, now));
    }

    private static boolean hasFailed(Result result) {
        return result.answer() != null;
    }

    /** Whether a case is held no more. */
    private static boolean isThrough(Result result) {
        return result.isDone() && result.work().before() != null;
    }

    private static UUID subject(Result result) {
        return result.work().subject();
    }

    private static long newlyFailing(List<Result> failed) {
        return failed.stream()
                .map(result -> result.work().before())
                .filter(before -> before == null || !before.failing())
                .count();
    }

    private static Instant since(Standing before, Instant now) {
        return Objects.requireNonNullElse(before.failingSince(), now);
    }

    private Outcome.Held held(Result result, Instant now, boolean down) {
        var before = result.work().before();
        var earlier = before == null || result.sent() > 0 ? 0 : before.attempts();
        var next = result.work().events().get(result.sent()).position();
        if (result.answer() == null) {
            return new Outcome.Held(subject(result), next, earlier, now, null, false);
        }
        // a receiver that takes nothing is not the fault of the case that was tried
        var attempts = down ? Math.min(earlier + 1, properties.attempts() - 1) : earlier + 1;
        return new Outcome.Held(
                subject(result),
                next,
                attempts,
                now.plus(longer(ofCases.after(attempts), patience(List.of(result)))),
                failure(result),
                attempts >= properties.attempts());
    }

    /** For as long as the receiver asks for, within reason. */
    private Duration patience(List<Result> failed) {
        var asked = failed.stream()
                .map(Result::answer)
                .map(answer -> answer instanceof Answer.Refused refused ? refused.patience() : Duration.ZERO)
                .reduce(Duration.ZERO, Reckoning::longer);
        return asked.compareTo(properties.longestPause()) > 0 ? properties.longestPause() : asked;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Failure failure(Result result) {
        return switch (Objects.requireNonNull(result.answer())) {
            case Answer.Refused refused -> Failure.status(refused.status());
            case Answer.Gone _ -> Failure.status(410);
            case Answer.Unreachable unreachable -> Failure.of(unreachable);
            case Answer.Accepted _ -> throw new IllegalStateException("what was accepted did not fail");
        };
    }

    private @Nullable Disabling disabled(
            List<Result> failed, boolean down, @Nullable Instant failingSince, Instant now) {
        if (failed.stream().anyMatch(result -> result.answer() instanceof Answer.Gone)) {
            return Disabling.GONE;
        }
        var tooLong = failingSince != null && !now.isBefore(failingSince.plus(properties.disableAfter()));
        return down && tooLong ? Disabling.UNREACHABLE : null;
    }
}
