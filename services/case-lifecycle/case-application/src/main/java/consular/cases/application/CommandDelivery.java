package consular.cases.application;

import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.ledger.postgres.CommandKeyTaken;
import consular.ledger.postgres.CommandKeys;
import consular.ledger.postgres.KeyedCommand;
import consular.ledger.postgres.secrets.PersonErased;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Sees to it that a command has one effect and one answer, however often it is sent and whoever else is writing. */
final class CommandDelivery {
    private static final int ATTEMPTS = 20;
    private static final int REJECTED = 422;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private static final Rejection ERASED = new Rejection(
            RejectionCode.ERASED, "what the command says is about somebody whose data was erased, so it is not kept");

    private final CommandKeys keys;
    private final JsonMapper json = CaseJson.mapper();

    CommandDelivery(CommandKeys keys) {
        this.keys = keys;
    }

    /**
     * The answer given earlier to the same key; empty when there was none.
     *
     * @param again makes the answer from what is known of the accepted command
     * @throws CommandFailure.Rejected when the command was rejected then
     */
    <A> Optional<A> replay(@Nullable CommandKey key, Function<KeyedCommand.Accepted, A> again) {
        return key == null
                ? Optional.empty()
                : keys.find(key.caller(), key.key()).map(earlier -> replay(key, earlier, again));
    }

    /**
     * Delivers a command, again and again while others write first. The key is not asked for beforehand, since most are new:
     * the append refuses one that was used before, and whatever else fails is only told if no earlier answer is there.
     */
    <A> A deliver(@Nullable CommandKey key, Supplier<A> attempt, Function<KeyedCommand.Accepted, A> again) {
        for (var attempts = 1; attempts <= ATTEMPTS; attempts++) {
            try {
                return attempt.get();
            } catch (CommandFailure.Rejected rejected) {
                return remember(key, rejected, again);
            } catch (PersonErased erased) {
                return remember(key, new CommandFailure.Rejected(ERASED, false), again);
            } catch (CommandFailure failure) {
                // the same request may have been answered meanwhile, and so have moved things on
                return replay(key, again).orElseThrow(() -> failure);
            } catch (CommandKeyTaken raced) {
                var earlier = replay(key, again);
                if (earlier.isPresent()) {
                    return earlier.get();
                }
            } catch (ConcurrencyException | AggregateStreamCreationException lost) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
        return replay(key, again).orElseThrow(CommandFailure.ConcurrentModification::new);
    }

    /** Keeps the rejection under the key, so that the same request is answered the same. */
    private <A> A remember(
            @Nullable CommandKey key, CommandFailure.Rejected rejected, Function<KeyedCommand.Accepted, A> again) {
        if (key == null) {
            throw rejected;
        }
        try {
            keys.remember(
                    key.caller(),
                    key.key(),
                    new KeyedCommand.Rejected(
                            key.requestHash(), null, REJECTED, json.writeValueAsString(rejected.rejection())));
        } catch (CommandKeyTaken raced) {
            return replay(key, again).orElseThrow(() -> rejected);
        }
        throw rejected;
    }

    private <A> A replay(CommandKey key, KeyedCommand earlier, Function<KeyedCommand.Accepted, A> again) {
        if (!earlier.requestHash().equals(key.requestHash())) {
            throw new CommandFailure.KeyReused();
        }
        return switch (earlier) {
            case KeyedCommand.Accepted accepted -> again.apply(accepted);
            case KeyedCommand.Rejected rejected ->
                throw new CommandFailure.Rejected(json.readValue(rejected.answer(), Rejection.class), true);
        };
    }
}
