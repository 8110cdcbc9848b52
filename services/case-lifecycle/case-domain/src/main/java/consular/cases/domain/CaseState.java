package consular.cases.domain;

import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Petition;
import consular.cases.domain.petitions.PetitionFacts;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.PersonalRecords;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.registration.Registration;
import consular.cases.domain.visas.VisaCategory;
import consular.cases.domain.visas.VisaClasses;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case as the events so far leave it. */
public sealed interface CaseState {
    /** Nothing has been registered under this id. */
    record NotRegistered() implements CaseState {}

    /**
     * A registered case.
     *
     * @param petitionFacts what is told of what became of the petition
     * @param order the order under INA 243(d) that stands; null while none does
     * @param personal what of the data of persons was erased or must stay
     */
    record CaseFile(
            CaseDetails details,
            List<Applicant> applicants,
            Registration registration,
            PetitionFacts petitionFacts,
            List<AdvisoryOpinion> opinions,
            @Nullable String order,
            PersonalRecords personal,
            CaseProgress progress)
            implements CaseState {

        public CaseFile {
            applicants = List.copyOf(applicants);
            opinions = List.copyOf(opinions);
        }

        public CaseId caseId() {
            return details.caseId();
        }

        public String caseNumber() {
            return details.caseNumber();
        }

        public PostCode post() {
            return details.post();
        }

        /** The zone in which the days of the case are reckoned. */
        public ZoneId zone() {
            return details.zone();
        }

        public VisaCategory category() {
            return details.category();
        }

        public String visaClass() {
            return details.visaClass();
        }

        public @Nullable Petition petition() {
            return details.petition();
        }

        /** The number of events. */
        public long version() {
            return progress.version();
        }

        /** The latest post-local day on which anything took effect. */
        public LocalDate effectiveOn() {
            return LocalDate.ofInstant(progress.effectiveUntil(), zone());
        }

        public boolean isNonimmigrant() {
            return category() == VisaCategory.NONIMMIGRANT;
        }

        /**
         * Whether it is an immigrant case that rests on an approved petition, as diversity cases never do. The petition of a
         * nonimmigrant worker is on file, but no registration hangs on it.
         */
        public boolean isPetitionBased() {
            return petition() != null && !isNonimmigrant() && !isDiversity();
        }

        /** Whether it is a diversity case, which has no 203(g) clock. */
        public boolean isDiversity() {
            return VisaClasses.isDiversity(visaClass());
        }

        /** The principal applicant; every case has exactly one. */
        public Applicant principal() {
            return Lists.first(applicants, Applicant::isPrincipal).orElseThrow();
        }

        public Optional<Applicant> applicant(ApplicantId applicantId) {
            return Lists.first(applicants, applicant -> applicant.applicantId().equals(applicantId));
        }

        int numberOfRefusals() {
            return Lists.sum(applicants, applicant -> applicant.refusals().size());
        }

        int numberOfFindings() {
            return Lists.sum(
                    applicants,
                    applicant -> Lists.sum(
                            applicant.refusals(), refusal -> refusal.findings().size()));
        }

        public Stream<Refusal> refusals() {
            return applicants.stream().flatMap(applicant -> applicant.refusals().stream());
        }

        public Optional<Refusal> refusal(RefusalId refusalId) {
            for (var applicant : applicants) {
                for (var refusal : applicant.refusals()) {
                    if (refusal.refusalId().equals(refusalId)) {
                        return Optional.of(refusal);
                    }
                }
            }
            return Optional.empty();
        }

        public Optional<Finding> finding(FindingId findingId) {
            for (var applicant : applicants) {
                var finding = applicant.finding(findingId);
                if (finding.isPresent()) {
                    return finding;
                }
            }
            return Optional.empty();
        }

        public Optional<AdvisoryOpinion> opinion(AdvisoryOpinionId advisoryOpinionId) {
            return Lists.first(opinions, opinion -> opinion.advisoryOpinionId().equals(advisoryOpinionId));
        }

        /** Whether an opinion of that kind was asked for or received on one applicant. */
        public boolean hasOpinionOn(ApplicantId applicantId, Predicate<AdvisoryOpinion> isWanted) {
            return Lists.any(opinions, opinion -> opinion.applicantId().equals(applicantId) && isWanted.test(opinion));
        }

        /** The opinions asked for or received on one applicant. */
        public Stream<AdvisoryOpinion> opinionsOn(ApplicantId applicantId) {
            return opinions.stream().filter(opinion -> opinion.applicantId().equals(applicantId));
        }

        /** The applicant to whom a finding belongs. */
        public Optional<Applicant> applicantOf(FindingId findingId) {
            return Lists.first(
                    applicants, applicant -> applicant.finding(findingId).isPresent());
        }

        CaseFile mapApplicant(ApplicantId applicantId, UnaryOperator<Applicant> change) {
            return withApplicants(Lists.changed(
                    applicants,
                    applicant -> applicant.applicantId().equals(applicantId) ? change.apply(applicant) : applicant));
        }

        CaseFile mapApplicants(UnaryOperator<Applicant> change) {
            return withApplicants(Lists.changed(applicants, change));
        }

        CaseFile mapRefusal(RefusalId refusalId, UnaryOperator<Refusal> change) {
            return withApplicants(Lists.changed(
                    applicants,
                    applicant -> applicant.mapRefusals(
                            refusal -> refusal.refusalId().equals(refusalId) ? change.apply(refusal) : refusal)));
        }

        CaseFile mapOpinions(UnaryOperator<AdvisoryOpinion> change) {
            return withOpinions(Lists.changed(opinions, change));
        }

        CaseFile addOpinion(AdvisoryOpinion opinion) {
            return withOpinions(Lists.and(opinions, opinion));
        }

        CaseFile withDetails(CaseDetails next) {
            return new CaseFile(next, applicants, registration, petitionFacts, opinions, order, personal, progress);
        }

        CaseFile withRegistration(Registration next) {
            return new CaseFile(details, applicants, next, petitionFacts, opinions, order, personal, progress);
        }

        CaseFile withPetitionFacts(PetitionFacts next) {
            return new CaseFile(details, applicants, registration, next, opinions, order, personal, progress);
        }

        CaseFile withOrder(@Nullable String next) {
            return new CaseFile(details, applicants, registration, petitionFacts, opinions, next, personal, progress);
        }

        CaseFile withPersonal(PersonalRecords next) {
            return new CaseFile(details, applicants, registration, petitionFacts, opinions, order, next, progress);
        }

        CaseFile withProgress(CaseProgress next) {
            return new CaseFile(details, applicants, registration, petitionFacts, opinions, order, personal, next);
        }

        private CaseFile withApplicants(List<Applicant> next) {
            return new CaseFile(details, next, registration, petitionFacts, opinions, order, personal, progress);
        }

        private CaseFile withOpinions(List<AdvisoryOpinion> next) {
            return new CaseFile(details, applicants, registration, petitionFacts, next, order, personal, progress);
        }
    }
}
