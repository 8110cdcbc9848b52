package consular.cases.domain;

import consular.cases.domain.law.RuleSet;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.registration.Registration;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.domain.visas.VisaClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as the events so far leave it. */
public sealed interface CaseState {
    /**
     * When a person acted.
     *
     * @param decision the sequence at which the act begins
     * @param on the post-local day on which it took effect
     */
    record ActOfPerson(long decision, LocalDate on) {}

    /** Nothing has been registered under this id. */
    record NotRegistered() implements CaseState {}

    /**
     * A registered case.
     *
     * @param zone the zone of the post, as it was at registration
     * @param version the number of events
     * @param orderedUntil the latest effective time of a person's act or a termination; an act may not
     *     take effect before it
     * @param effectiveOn the latest post-local day on which anything took effect
     * @param acts the acts of persons, oldest first
     * @param ruleSet the rule set of the latest event
     */
    record CaseFile(
            CaseId caseId,
            String caseNumber,
            PostCode post,
            ZoneId zone,
            VisaCategory category,
            String visaClass,
            @Nullable Petition petition,
            @Nullable Counsel counsel,
            List<Applicant> applicants,
            Registration registration,
            List<AdvisoryOpinion> opinions,
            long version,
            Instant orderedUntil,
            LocalDate effectiveOn,
            List<ActOfPerson> acts,
            RuleSet ruleSet)
            implements CaseState {

        public CaseFile {
            applicants = List.copyOf(applicants);
            opinions = List.copyOf(opinions);
            acts = List.copyOf(acts);
        }

        /** Whether the case rests on an approved petition; diversity cases never do. */
        public boolean isPetitionBased() {
            return petition != null && !isDiversity();
        }

        /** Whether it is a diversity case, which has no 203(g) clock. */
        public boolean isDiversity() {
            return VisaClasses.isDiversity(visaClass);
        }

        /** The principal applicant; every case has exactly one. */
        public Applicant principal() {
            return applicants.stream()
                    .filter(Applicant::isPrincipal)
                    .findFirst()
                    .orElseThrow();
        }

        public Optional<Applicant> applicant(ApplicantId applicantId) {
            return applicants.stream()
                    .filter(applicant -> applicant.applicantId().equals(applicantId))
                    .findFirst();
        }

        public Stream<Refusal> refusals() {
            return applicants.stream().flatMap(applicant -> applicant.refusals().stream());
        }

        public Optional<Refusal> refusal(RefusalId refusalId) {
            return refusals()
                    .filter(refusal -> refusal.refusalId().equals(refusalId))
                    .findFirst();
        }

        public Optional<Finding> finding(FindingId findingId) {
            return refusals()
                    .flatMap(refusal -> refusal.findings().stream())
                    .filter(finding -> finding.findingId().equals(findingId))
                    .findFirst();
        }

        public Optional<AdvisoryOpinion> opinion(AdvisoryOpinionId advisoryOpinionId) {
            return opinions.stream()
                    .filter(opinion -> opinion.advisoryOpinionId().equals(advisoryOpinionId))
                    .findFirst();
        }

        /** The opinions asked for or received on one applicant. */
        public Stream<AdvisoryOpinion> opinionsOn(ApplicantId applicantId) {
            return opinions.stream().filter(opinion -> opinion.applicantId().equals(applicantId));
        }

        /** The applicant to whom a finding belongs. */
        public Optional<Applicant> applicantOf(FindingId findingId) {
            return applicants.stream()
                    .filter(applicant -> applicant
                            .findings()
                            .anyMatch(finding -> finding.findingId().equals(findingId)))
                    .findFirst();
        }

        CaseFile mapApplicant(ApplicantId applicantId, UnaryOperator<Applicant> change) {
            return withApplicants(applicants.stream()
                    .map(applicant -> applicant.applicantId().equals(applicantId) ? change.apply(applicant) : applicant)
                    .toList());
        }

        CaseFile mapRefusal(RefusalId refusalId, UnaryOperator<Refusal> change) {
            return withApplicants(applicants.stream()
                    .map(applicant -> applicant.mapRefusals(
                            refusal -> refusal.refusalId().equals(refusalId) ? change.apply(refusal) : refusal))
                    .toList());
        }

        CaseFile mapOpinions(UnaryOperator<AdvisoryOpinion> change) {
            return with(registration, opinions.stream().map(change).toList());
        }

        CaseFile addOpinion(AdvisoryOpinion opinion) {
            return with(
                    registration,
                    Stream.concat(opinions.stream(), Stream.of(opinion)).toList());
        }

        CaseFile withRegistration(Registration next) {
            return with(next, opinions);
        }

        private CaseFile withApplicants(List<Applicant> next) {
            return new CaseFile(
                    caseId,
                    caseNumber,
                    post,
                    zone,
                    category,
                    visaClass,
                    petition,
                    counsel,
                    next,
                    registration,
                    opinions,
                    version,
                    orderedUntil,
                    effectiveOn,
                    acts,
                    ruleSet);
        }

        private CaseFile with(Registration nextRegistration, List<AdvisoryOpinion> nextOpinions) {
            return new CaseFile(
                    caseId,
                    caseNumber,
                    post,
                    zone,
                    category,
                    visaClass,
                    petition,
                    counsel,
                    applicants,
                    nextRegistration,
                    nextOpinions,
                    version,
                    orderedUntil,
                    effectiveOn,
                    acts,
                    ruleSet);
        }

        CaseFile progress(long nextVersion, Instant ordered, LocalDate day, List<ActOfPerson> nextActs, RuleSet law) {
            return new CaseFile(
                    caseId,
                    caseNumber,
                    post,
                    zone,
                    category,
                    visaClass,
                    petition,
                    counsel,
                    applicants,
                    registration,
                    opinions,
                    nextVersion,
                    ordered,
                    day,
                    nextActs,
                    law);
        }
    }
}
