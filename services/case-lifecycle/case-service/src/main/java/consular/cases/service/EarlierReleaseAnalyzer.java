package consular.cases.service;

import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words what it means that a database was migrated by other scripts than this release has. */
final class EarlierReleaseAnalyzer extends AbstractFailureAnalyzer<FlywayValidateException> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, FlywayValidateException cause) {
        return new FailureAnalysis(
                "The database was made by another release of the service, whose tables this one does not read. Nothing"
                        + " in it was changed.",
                "Start with a database of its own, in the profiles local and simulation with another"
                        + " --consular.data-dir; or start the release that made this one.",
                cause);
    }
}
