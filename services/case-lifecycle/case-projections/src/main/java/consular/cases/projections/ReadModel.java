package consular.cases.projections;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.posts.Post;
import java.util.List;

/**
 * A table whose rows for a case follow from that case alone.
 *
 * @param <R> a row as it is stored
 */
public interface ReadModel<R> {
    /** The name of the table, the same in both generations; it has a column {@code case_id}. */
    String table();

    /** The rows of one case. Pure: the same case gives the same rows, in any generation and at any hour. */
    List<R> rows(CaseFile file, Post post);

    /** The columns that a row fills. */
    Columns<R> columns();
}
