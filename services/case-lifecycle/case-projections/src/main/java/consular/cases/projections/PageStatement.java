package consular.cases.projections;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The statement that reads one page and one row more, which tells whether another page follows. */
record PageStatement(String sql, List<Object> parameters) {

    /**
     * @throws BadFilter when a filter is unknown or has no meaning
     * @throws BadCursor when the query's cursor is not of this read model
     */
    static PageStatement of(ListedReadModel<?> model, ReadModelQuery query, Generation generation, Instant now) {
        for (var filter : query.filters().keySet()) {
            if (!model.name().filters().contains(filter)
                    && !model.name().personalFilters().contains(filter)) {
                throw new BadFilter(filter, "this list has no such filter");
            }
        }
        var conditions = new Conditions(query.filters(), now);
        conditions.posts(query.posts());
        model.filter(conditions);
        var order = model.order();
        var names = order.stream().map(SortColumn::name).collect(Collectors.joining(", "));
        var after = query.after();
        if (after != null) {
            var key = Cursor.decode(model.name(), order, after);
            var marks = order.stream().map(SortColumn::parameter).collect(Collectors.joining(", "));
            conditions.add("(%s) > (%s)".formatted(names, marks), key);
        }
        // The limit is a number of ours; as a constant it lets the planner see that a page is short.
        var sql = generation.in(model.select()) + conditions.where() + model.grouping() + "order by " + names
                + "\nlimit " + (query.limit() + 1);
        return new PageStatement(sql, conditions.parameters());
    }
}
