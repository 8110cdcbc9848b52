package consular.cases.application;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** Finds the case that a submission is for, without an annotation in the domain. */
final class CaseTargetResolver implements CommandTargetResolver {
    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
        if (message.getPayload() instanceof Submission submission) {
            return new VersionedAggregateIdentifier((Object) submission.caseId().toString(), null);
        }
        throw new IllegalArgumentException("not a submission: " + message.getPayloadType());
    }
}
