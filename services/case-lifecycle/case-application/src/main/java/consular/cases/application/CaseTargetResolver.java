package consular.cases.application;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the case, or the quasi-refusal, that a submission is for, without an annotation in the domain. */
final class CaseTargetResolver implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        Object stream = switch (message.getPayload()) {
            case Submission submission -> submission.caseId().toString();
            case Registration(var submission) -> submission.caseId().toString();
            case QuasiRefusalSubmission submission -> QuasiRefusalStreams.of(submission.quasiRefusalId());
            default -> throw new IllegalArgumentException("not a submission: " + message.getPayloadType());
        };
        return new VersionedAggregateIdentifier(stream, null);
    }
}
