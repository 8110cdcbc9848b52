package consular.cases.application.webhooks;

/** Why an attempt failed, in a word that quotes nothing of what was sent or answered. */
public record Failure(String reason) {
    /** The receiver answered with a status that is no success. */
    static Failure status(int status) {
        return new Failure("STATUS_" + status);
    }

    /** No answer came. */
    static Failure of(Answer.Unreachable unreachable) {
        return new Failure(unreachable.kind().name());
    }
}
