package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.CITATION_REQUIRED;
import static consular.cases.domain.law.RejectionCode.REFUND_NOT_DUE;
import static consular.cases.domain.law.Rule.FEE_EXCEPTION_NEEDS_A_CITATION;
import static consular.cases.domain.law.Rule.REFUND_ONLY_FOR_GOVERNMENT_ACTION;

import consular.cases.domain.CaseCommand.GrantFeeException;
import consular.cases.domain.CaseCommand.RefundFee;
import consular.cases.domain.CaseEvent.FeeExceptionGranted;
import consular.cases.domain.CaseEvent.FeeRefunded;
import consular.cases.domain.CaseState.CaseFile;
import java.util.Optional;

/** Sparing an applicant a new fee, and giving a fee back. */
final class FeeDecisions {
    private FeeDecisions() {}

    static Decision except(GrantFeeException command, Act act) {
        var citation = command.citation();
        return citation == null || citation.isBlank()
                ? Act.reject(CITATION_REQUIRED, "cite the provision under which no fee is due")
                : act.record(new FeeExceptionGranted(command.applicantId(), citation), FEE_EXCEPTION_NEEDS_A_CITATION)
                        .accepted();
    }

    static Decision refund(RefundFee command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        return notRefundable(applicant, act.file())
                .map(why -> Act.reject(REFUND_NOT_DUE, why))
                .orElseGet(() -> act.record(
                                new FeeRefunded(command.applicantId(), command.reason(), command.citation()),
                                REFUND_ONLY_FOR_GOVERNMENT_ACTION)
                        .accepted());
    }

    /**
     * Why no refund is due, as far as the record can tell; whether the Government's own action kept the application from
     * being decided is the supervisor's finding.
     */
    private static Optional<String> notRefundable(Applicant applicant, CaseFile file) {
        return switch (applicant.fee().payment()) {
            case NONE -> Optional.of("no fee has been paid: the applicant has not executed an application");
            case EXCEPTED -> Optional.of("no fee was paid for the application: it was excepted");
            case REFUNDED -> Optional.of("the fee has been refunded already");
            case PAID -> decidedOrEnded(applicant, file);
        };
    }

    private static Optional<String> decidedOrEnded(Applicant applicant, CaseFile file) {
        if (applicant.state() == ApplicationState.ISSUED) {
            return Optional.of("the application was adjudicated: the visa is issued");
        }
        if (!applicant.refusals().isEmpty()) {
            return Optional.of(
                    "the application was adjudicated: a refusal alone never refunds, even one overcome since");
        }
        if (applicant.state() == ApplicationState.WITHDRAWN) {
            return Optional.of("the applicant withdrew the application, which is no action of the Government");
        }
        return file.order() != null || applicant.state() == ApplicationState.DISCONTINUED
                ? Optional.of("an order under INA 243(d) stands, for which no fee is refunded")
                : Optional.empty();
    }
}
