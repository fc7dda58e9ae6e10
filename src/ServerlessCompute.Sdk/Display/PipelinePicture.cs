using System.Text;

namespace ServerlessCompute;

/// <summary>Draws the graph of a pipeline.</summary>
internal static class PipelinePicture
{
    private const double Margin = 16;
    private const double BoxHeight = 46;
    private const double EndInset = 8;
    private const double RowHeight = 92;

    public static SvgImage Draw(PipelineGraph whole, JobTree? run)
    {
        (PipelineGraph graph, int[] rows) = GraphLayers.Shorten(whole);
        var layout = new GraphLayout(graph, rows);
        ILookup<string?, JobTree> children = (run?.Children ?? []).ToLookup(static child => child.Child?.StepName, StringComparer.Ordinal);
        var svg = new SvgWriter();
        for (int i = 0; i < graph.Edges.Count; i++)
        {
            DrawArrow(svg, graph, i, layout);
        }

        for (int node = 0; node < graph.Nodes.Count; node++)
        {
            JobTree? child = graph.Nodes[node].Shape == GraphShape.Step ? children[graph.Nodes[node].Name].FirstOrDefault() : null;
            DrawBox(svg, graph.Nodes[node], Margin + layout.X(node), Y(layout, node), child);
        }

        int steps = whole.Nodes.Count(static node => node.Shape == GraphShape.Step);
        return svg.ToImage($"A pipeline of {DisplayWords.Plural(steps, "step")}", Math.Max(200, layout.Width + (2 * Margin)), Math.Max(40, (layout.RowCount * RowHeight) - (RowHeight - BoxHeight) + (2 * Margin)));
    }

    private static double Y(GraphLayout layout, int place) => Margin + (layout.RowOf(place) * RowHeight);

    /// <summary>Ends are lower than steps.</summary>
    private static double Inset(GraphNode node) => node.Shape == GraphShape.End ? EndInset : 0;

    private static void DrawBox(SvgWriter svg, GraphNode node, double middle, double y, JobTree? child)
    {
        double left = middle - (GraphLayout.BoxWidth / 2);
        string state = child is null ? "" : $"{DisplayWords.Of(child.Status)}{(child.Child?.Duration is { } time ? $", {DisplayWords.Duration(time)}" : "")}";
        string below = state.Length == 0 ? node.Kind : state;
        svg.Begin($"{node.Name}: {node.Kind}{(state.Length == 0 ? "" : $", {state}")}");
        _ = node.Shape switch
        {
            GraphShape.End => svg.Box(left + 20, y + EndInset, GraphLayout.BoxWidth - 40, BoxHeight - (2 * EndInset), "pill", radius: 15)
                .Text(middle, y + 27, node.Name, "", "middle", GraphLayout.BoxWidth - 56),
            _ => svg.Box(left, y, GraphLayout.BoxWidth, BoxHeight, node.Shape == GraphShape.Rest ? "rest" : "box", radius: 6)
                .Text(middle, y + 20, node.Name, "b", "middle", GraphLayout.BoxWidth - 24)
                .Text(middle, y + 36, below, "m", "middle", GraphLayout.BoxWidth - 20),
        };
        _ = child is null ? svg : svg.Box(left, y, 6, BoxHeight, DisplayWords.Colour(child.Status), radius: 3);
        svg.End();
    }

    private static void DrawArrow(SvgWriter svg, PipelineGraph graph, int index, GraphLayout layout)
    {
        GraphEdge edge = graph.Edges[index];
        int[] route = layout.Routes[index];
        double x = Margin + layout.X(route[0]);
        double y = Y(layout, route[0]) + BoxHeight - Inset(graph.Nodes[edge.From]);
        bool isBack = layout.RowOf(edge.To) <= layout.RowOf(edge.From);
        StringBuilder path = new StringBuilder().Move(x, y);
        foreach (int place in route.Skip(1))
        {
            bool isBend = place != edge.To;
            double toX = Margin + layout.X(place);
            double toY = Y(layout, place) + (isBend ? 0 : isBack ? BoxHeight : Inset(graph.Nodes[edge.To]) - 6);
            path.Bend(x, y, toX, toY);
            _ = isBend ? path.To(toX, toY + BoxHeight) : path;
            (x, y) = (toX, toY + (isBend ? BoxHeight : 0));
        }

        svg.Path(path, edge.IsControl || isBack ? "edge dash" : "edge");
        _ = isBack ? svg : svg.Path(new StringBuilder().Move(x - 4, y - 2).To(x + 4, y - 2).To(x, y + 6).Append('Z'), "tip");
    }
}
