package consular.cases.projections.deadletters;

/** What the queue asks of the database. */
final class LetterStatements {
    private static final String OF_A_SEQUENCE = """
        from dead_letter_entry
        where processor = :processor and sequence_identifier = :sequence
        """;

    static final String ADD = """
        insert into dead_letter_entry (
            letter_id, processor, sequence_identifier, sequence_index, position, event_id, stream_sequence,
            enqueued_at, last_touched, cause_type, cause_message, diagnostics)
        select :id, :processor, :sequence, coalesce(max(sequence_index) + 1, 0), :position, :event, :streamSequence,
            :enqueuedAt, :lastTouched, :causeType, :causeMessage, :diagnostics::jsonb
        """ + OF_A_SEQUENCE;

    /** Whoever takes the last of them out waits until the letters behind it are in, and finds them. */
    static final String HOLDING = """
        select sequence_identifier
        from dead_letter_entry
        where processor = :processor and sequence_identifier = any (:sequences)
        order by sequence_identifier, sequence_index
        for key share
        """;

    static final String REMOVE = "delete from dead_letter_entry where letter_id = :id";

    static final String CHANGE = """
        update dead_letter_entry
        set cause_type = :causeType, cause_message = :causeMessage, last_touched = :lastTouched,
            diagnostics = :diagnostics::jsonb, claimed_until = '-infinity'
        where letter_id = :id
        """;

    static final String RELEASE = "update dead_letter_entry set claimed_until = '-infinity' where letter_id = :id";

    static final String CLAIM = """
        update dead_letter_entry
        set claimed_until = clock_timestamp() + make_interval(secs => :seconds)
        where letter_id = :id and claimed_until < clock_timestamp()
        """;

    static final String SEQUENCE = "select * " + OF_A_SEQUENCE + "order by sequence_index";

    static final String FIRST_OF_SEQUENCE = SEQUENCE + " limit 1";

    static final String SEQUENCE_SIZE = "select count(*) " + OF_A_SEQUENCE;

    static final String SIZE = "select count(*) from dead_letter_entry where processor = :processor";

    static final String SEQUENCES = """
        select count(distinct sequence_identifier) from dead_letter_entry where processor = :processor
        """;

    /** The first letter of each sequence, the longest untouched first. */
    static final String HEADS = """
        select head.*
        from (
            select distinct on (sequence_identifier) *
            from dead_letter_entry
            where processor = :processor
            order by sequence_identifier, sequence_index) as head
        order by head.last_touched, head.sequence_identifier
        """;

    static final String CLEAR = "delete from dead_letter_entry where processor = :processor";

    private LetterStatements() {}
}
