package consular.cases.application;

/**
 * A submission that asks for a new case. It is a message of its own so that nobody looks for events of a case that cannot have any.
 *
 * @param submission its id is new
 */
record Registration(Submission submission) {

    /** What goes to the command bus for a submission. */
    static Object orSubmission(Submission submission) {
        return submission.isRegistration() ? new Registration(submission) : submission;
    }
}
