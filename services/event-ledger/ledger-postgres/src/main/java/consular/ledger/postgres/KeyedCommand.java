package consular.ledger.postgres;

import org.jspecify.annotations.Nullable;

/** What became of a command that a caller sent under an idempotency key. */
public sealed interface KeyedCommand {

    /** The request's digest in hexadecimal, to tell a repetition from another request under the same key. */
    String requestHash();

    /** The status the caller was given, in the application's own numbers, such as HTTP's; fits 16 bits. */
    int status();

    /** The answer the caller was given as JSON, or null if it can be told from the rest. */
    @Nullable
    String answer();

    /** The command appended the events of one stream from the first to the last sequence, both included. */
    record Accepted(
            String requestHash,
            String streamId,
            long firstSequence,
            long lastSequence,
            int status,
            @Nullable String answer)
            implements KeyedCommand {}

    /** The command changed nothing; the stream is null if it was about none. */
    record Rejected(
            String requestHash,
            @Nullable String streamId,
            int status,
            @Nullable String answer) implements KeyedCommand {}
}
