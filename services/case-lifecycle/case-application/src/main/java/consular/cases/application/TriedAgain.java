package consular.cases.application;

import org.axonframework.eventhandling.ErrorHandler;

/**
 * Whatever breaks a batch of events off, the batch is tried again. Axon's processors do so after an exception; after an Error they would
 * leave the segment alone for good and without a word, and keep it from every other node.
 */
public final class TriedAgain {
    private TriedAgain() {}

    /** Works on events; whoever catches exceptions alone learns of an Error as well. */
    public static void after(Runnable work) {
        try {
            work.run();
        } catch (Error error) {
            throw new BrokenOff(error);
        }
    }

    /** What a processor is to do with a batch that failed: whatever it was, it is an exception. */
    public static ErrorHandler errorHandler() {
        return batch -> {
            throw batch.error() instanceof Exception failure ? failure : new BrokenOff(batch.error());
        };
    }

    private static final class BrokenOff extends RuntimeException {
        BrokenOff(Throwable error) {
            super("a batch of events broke off: " + error, error);
        }
    }
}
