namespace ServerlessCompute;

/// <summary>Which box of a graph stands in which row: below everything that leads to it. Of rows that are too long, and of too many rows, the rest becomes one box.</summary>
internal static class GraphLayers
{
    private const int BoxesShown = 12;
    private const int RowsShown = 40;
    private const int EdgesShown = 2000;

    /// <summary>The row of each node. Where arrows go in a circle, the first node of it stands highest.</summary>
    public static int[] Of(PipelineGraph graph)
    {
        int[] waiting = new int[graph.Nodes.Count];
        int[] row = new int[graph.Nodes.Count];
        bool[] isDone = new bool[graph.Nodes.Count];
        ILookup<int, int> below = graph.Edges.ToLookup(static edge => edge.From, static edge => edge.To);
        foreach (GraphEdge edge in graph.Edges)
        {
            waiting[edge.To]++;
        }

        var ready = new Queue<int>(Enumerable.Range(0, row.Length).Where(node => waiting[node] == 0));
        for (int next = 0; ;)
        {
            if (!ready.TryDequeue(out int node))
            {
                while (next < row.Length && isDone[next])
                {
                    next++;
                }

                if (next == row.Length)
                {
                    break;
                }

                node = next;
            }

            if (isDone[node])
            {
                continue;
            }

            isDone[node] = true;
            foreach (int to in below[node].Where(to => !isDone[to]))
            {
                row[to] = Math.Max(row[to], row[node] + 1);
                if (--waiting[to] == 0)
                {
                    ready.Enqueue(to);
                }
            }
        }

        // Inputs of the pipeline stand right above the first step that takes them.
        foreach (int node in Enumerable.Range(0, row.Length).Where(node => graph.Nodes[node].Shape == GraphShape.End && row[node] == 0 && below[node].Any()))
        {
            row[node] = Math.Max(0, below[node].Min(to => row[to]) - 1);
        }

        return row;
    }

    /// <summary>A graph that can be drawn, and its rows.</summary>
    public static (PipelineGraph Graph, int[] Rows) Shorten(PipelineGraph graph)
    {
        int[] rows = Of(graph);
        int count = rows.Length == 0 ? 0 : rows.Max() + 1;
        var nodes = new List<GraphNode>();
        var newRows = new List<int>();
        int[] drawnAs = new int[rows.Length];
        foreach (IGrouping<int, int> row in Enumerable.Range(0, rows.Length).GroupBy(node => count > RowsShown ? Math.Min(rows[node], RowsShown - 1) : rows[node]).OrderBy(static row => row.Key))
        {
            int[] all = [.. row];
            bool isLast = count > RowsShown && row.Key == RowsShown - 1;
            int kept = isLast ? 0 : all.Length > BoxesShown ? BoxesShown - 1 : all.Length;
            for (int i = 0; i < all.Length; i++)
            {
                drawnAs[all[i]] = nodes.Count;
                if (i < kept)
                {
                    nodes.Add(graph.Nodes[all[i]]);
                    newRows.Add(row.Key);
                }
            }

            if (kept < all.Length)
            {
                nodes.Add(new GraphNode($"{DisplayWords.Count(all.Length - kept)} more", isLast ? $"in {DisplayWords.Count(count - RowsShown + 1)} rows" : "not drawn", GraphShape.Rest));
                newRows.Add(row.Key);
            }
        }

        IEnumerable<GraphEdge> edges = graph.Edges.Select(edge => edge with { From = drawnAs[edge.From], To = drawnAs[edge.To] }).Where(static edge => edge.From != edge.To).Distinct().Take(EdgesShown);
        return (new PipelineGraph(nodes, edges), [.. newRows]);
    }
}
